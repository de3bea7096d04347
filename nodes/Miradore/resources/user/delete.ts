import { defineOperation } from '../../execution/operation';
import { confirm } from '../../fields/confirm';
import { commandOptions } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';

/** `DELETE /User/{userId}` and `DELETE /User` (miradore-api.md 1.3). */
export const deleteUser = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete user',
	description: 'Delete a user permanently',
	effect: 'command',
	fields: { user, confirm, options: commandOptions([emailParameter]) },
	deletes: true,
	request: ({ user: who, options }) => userRequest('DELETE', who, options),
});
