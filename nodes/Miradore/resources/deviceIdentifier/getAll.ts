import { defineOperation } from '../../execution/operation';
import { options } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';
import { readJsonItems } from '../../transport/json';

/** `GET /User/{userId}/DeviceIdentifier` and `GET /User/DeviceIdentifier` (miradore-api.md 1.3). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many device identifiers',
	description: 'Read the device identifiers of a user, one item for each',
	effect: 'read',
	fields: { user, options: options([emailParameter]) },
	request: ({ user: who, options: chosen }) => userRequest('GET', who, chosen, '/DeviceIdentifier'),
	toItems: (body, { user: who }) =>
		readJsonItems(body, 'identifier').map((item) => ({ user: who, ...item })),
});
