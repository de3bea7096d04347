import { defineOperation } from '../../execution/operation';
import { body } from '../../fields/body';
import { commandOptions } from '../../fields/options';

/** `POST /User`; the names of the body's fields aren't known (miradore-api.md 1.3). */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a user',
	effect: 'command',
	fields: {
		body: body(
			'Miradore needs the email address, first name and last name; middle name and phone number may be added',
		),
		options: commandOptions(),
	},
	request: ({ body: entered }) => ({ api: 'v2', method: 'POST', path: '/User', body: entered }),
});
