import { defineOperation } from '../../execution/operation';
import { options } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';
import { readJsonItems } from '../../transport/json';

/** `GET /User/{userId}` and `GET /User` (miradore-api.md 1.3). */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Read one user',
	effect: 'read',
	fields: { user, options: options([emailParameter]) },
	request: ({ user: who, options: chosen }) => userRequest('GET', who, chosen),
	toItems: (body) => readJsonItems(body, 'user'),
});
