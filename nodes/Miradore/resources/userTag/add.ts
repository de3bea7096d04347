import { defineOperation } from '../../execution/operation';
import { bodyOfList, listField } from '../../fields/bodyOfList';
import { nameList } from '../../fields/nameList';
import { commandOptions } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';

const tags = nameList({
	displayName: 'Tags',
	name: 'tags',
	placeholder: 'e.g. Sales, Field',
	description: 'The user tags, separated by commas, or a list from an expression',
});

/** `POST /User/{userId}/Tag` and `POST /User/Tag`; wire shape unknown (miradore-api.md 1.3). */
export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add tags to user',
	description: 'Assign tags to a user',
	effect: 'command',
	fields: { user, tags, options: commandOptions([emailParameter, listField]) },
	request: ({ user: who, tags: names, options }) =>
		userRequest('POST', who, options, '/Tag', bodyOfList(names, options.listField)),
});
