import { defineOperation } from '../../execution/operation';
import { body } from '../../fields/body';
import { commandOptions } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';

/** `PUT /User/{userId}` and `PUT /User` (miradore-api.md 1.3). */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update user',
	description:
		"Change the names or the phone number of a user. The email address can't be changed.",
	effect: 'command',
	fields: {
		user,
		body: body('Names and phone number, the latter in international format'),
		options: commandOptions([emailParameter]),
	},
	request: ({ user: who, body: entered, options }) => userRequest('PUT', who, options, '', entered),
});
