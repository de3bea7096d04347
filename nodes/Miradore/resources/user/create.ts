import { defineOperation } from '../../execution/operation';
import { refuseEmpty } from '../../fields/body';
import { inferredBodyOf, inferredBodyOptions } from '../../fields/inferredBody';
import { commandOptions } from '../../fields/options';
import { requiredText } from '../../fields/text';
import { additionalUserFields, namesOfUser, userBodyNames } from '../../fields/userFields';

/** `POST /User`; the names of the body's fields are inferred (miradore-api.md 1.3). */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a user, whom devices can be assigned to',
	effect: 'command',
	fields: {
		email: requiredText({
			displayName: 'Email',
			name: 'email',
			placeholder: 'e.g. anna@example.com',
			description: "The user's email address; Miradore can't change it later",
		}),
		firstName: requiredText(namesOfUser.firstName),
		lastName: requiredText(namesOfUser.lastName),
		additionalFields: additionalUserFields,
		options: commandOptions(inferredBodyOptions(userBodyNames)),
	},
	request: ({ email, firstName, lastName, additionalFields, options }) => ({
		api: 'v2',
		method: 'POST',
		path: '/User',
		body: refuseEmpty(inferredBodyOf({ email, firstName, lastName, ...additionalFields }, options)),
	}),
});
