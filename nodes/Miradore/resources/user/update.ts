import { defineOperation } from '../../execution/operation';
import { refuseEmpty } from '../../fields/body';
import { inferredBodyOf, inferredBodyOptions } from '../../fields/inferredBody';
import { commandOptions } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';
import { updateUserFields, userBodyNames } from '../../fields/userFields';

const changeable = userBodyNames.filter((name) => name !== 'email');

/** `PUT /User/{userId}` and `PUT /User`; the names in the body are inferred (miradore-api.md 1.3). */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update user',
	description:
		"Change the names or the phone number of a user. The email address can't be changed.",
	effect: 'command',
	fields: {
		user,
		updateFields: updateUserFields,
		options: commandOptions([emailParameter, ...inferredBodyOptions(changeable)]),
	},
	request: ({ user: who, updateFields, options }) =>
		userRequest('PUT', who, options, '', refuseEmpty(inferredBodyOf(updateFields, options))),
});
