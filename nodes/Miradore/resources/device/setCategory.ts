import { body } from '../../fields/body';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PUT /Device/{id}/Category`; the body's fields aren't known (miradore-api.md 1.3). */
export const setCategory = defineDeviceCommand({
	value: 'setCategory',
	name: 'Set Category',
	action: 'Set category of device',
	description: 'Put a device into a category',
	fields: {
		body: body(
			'The category by its ID or its name; which of them Miradore takes is not documented publicly',
		),
	},
	request: ({ deviceId: id, body: entered }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/Category`,
		body: entered,
	}),
});
