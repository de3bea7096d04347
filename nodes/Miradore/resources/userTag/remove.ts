import { defineOperation } from '../../execution/operation';
import { commandOptions } from '../../fields/options';
import { name } from '../../fields/text';
import { emailParameter, user, userRequest } from '../../fields/user';
import { path } from '../../transport/request';

const tagName = name({
	displayName: 'Tag',
	name: 'tagName',
	placeholder: 'e.g. Sales',
	description: 'The tag to remove',
});

/** `DELETE /User/{userId}/Tag/{tagName}` and the same by email address (miradore-api.md 1.3). */
export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove tag from user',
	description: 'Take a tag from a user',
	effect: 'command',
	fields: { user, tagName, options: commandOptions([emailParameter]) },
	request: ({ user: who, tagName: removed, options }) =>
		userRequest('DELETE', who, options, path`/Tag/${removed}`),
});
