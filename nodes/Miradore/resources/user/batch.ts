import { UserError } from 'n8n-workflow';
import type { Field } from '../../execution/field';
import { defineOperation } from '../../execution/operation';
import { readJson, swagger } from '../../fields/body';
import { bodyOfList, listField } from '../../fields/bodyOfList';
import { commandOptions } from '../../fields/options';

const users: Field<object[]> = {
	property: {
		displayName: 'User (JSON)',
		name: 'userJson',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description: `What to send of each input item; all of them go in one request. Names and types are on ${swagger}.`,
	},
	read: (value) => {
		const user = readJson('User (JSON)', value);
		if (Object.keys(user).length > 0) return [user];
		throw new UserError("'User (JSON)' is empty", {
			description: 'Enter what to send of the user',
		});
	},
};

/** `POST /User/Batch`; the shape of the body isn't known (miradore-api.md 1.3). */
export const batch = defineOperation({
	value: 'batch',
	name: 'Change Many',
	action: 'Change many users at once',
	description:
		"Create, update or delete users: all input items go in one request, each as a whole. How Miradore wants the list, and how it tells the three apart, is not documented publicly; see the option 'Body Field for the List'.",
	warns: true,
	effect: 'command',
	fields: { userJson: users, options: commandOptions([listField]) },
	gather: (all) => ({ ...all[0], userJson: all.flatMap(({ userJson }) => userJson) }),
	request: ({ userJson, options: { listField: field } }) => ({
		api: 'v2',
		method: 'POST',
		path: '/User/Batch',
		body: bodyOfList(userJson, field),
	}),
});
