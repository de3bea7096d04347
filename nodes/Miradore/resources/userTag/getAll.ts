import { defineOperation } from '../../execution/operation';
import { options } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';
import { readJsonItems } from '../../transport/json';

/** `GET /User/{userId}/Tag` and `GET /User/Tag` (miradore-api.md 1.3). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many user tags',
	description: 'Read the tags of a user, one item for each',
	effect: 'read',
	fields: { user, options: options([emailParameter]) },
	request: ({ user: who, options: chosen }) => userRequest('GET', who, chosen, '/Tag'),
	toItems: (body, { user: who }) =>
		readJsonItems(body, 'tag').map((item) => ({ user: who, ...item })),
});
