import { body } from '../../fields/body';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PUT /Device/{id}/Model`; the body's fields aren't known (miradore-api.md 1.3). */
export const setModel = defineDeviceCommand({
	value: 'setModel',
	name: 'Set Model',
	action: 'Set model of device',
	description: 'Set the model and the manufacturer of a device',
	fields: { body: body('The model and the manufacturer') },
	request: ({ deviceId: id, body: entered }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/Model`,
		body: entered,
	}),
});
