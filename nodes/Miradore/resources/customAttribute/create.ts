import { defineOperation } from '../../execution/operation';
import { body } from '../../fields/body';
import { commandOptions } from '../../fields/options';

/** `POST /CustomAttribute`; the body's fields aren't known (miradore-api.md 1.3). */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create custom attribute',
	description: 'Define a custom attribute for devices',
	effect: 'command',
	fields: { body: body('The definition of the attribute'), options: commandOptions() },
	request: ({ body: entered }) => ({
		api: 'v2',
		method: 'POST',
		path: '/CustomAttribute',
		body: entered,
	}),
});
