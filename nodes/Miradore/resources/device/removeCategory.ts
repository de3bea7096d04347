import { defineOperation } from '../../execution/operation';
import { deviceId } from '../../fields/deviceId';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `DELETE /Device/{id}/Category` (miradore-api.md 1.3). */
export const removeCategory = defineOperation({
	value: 'removeCategory',
	name: 'Remove Category',
	action: 'Remove category from device',
	description: 'Leave a device without a category',
	effect: 'command',
	fields: { deviceId, options: commandOptions() },
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'DELETE',
		path: path`/Device/${id}/Category`,
	}),
});
