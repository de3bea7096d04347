import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `DELETE /Device/{id}/Category` (miradore-api.md 1.3). */
export const removeCategory = defineDeviceCommand({
	value: 'removeCategory',
	name: 'Remove Category',
	action: 'Remove category from device',
	description: 'Leave a device without a category',
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'DELETE',
		path: path`/Device/${id}/Category`,
	}),
});
