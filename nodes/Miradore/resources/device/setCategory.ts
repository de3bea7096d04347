import { defineOperation } from '../../execution/operation';
import { body } from '../../fields/body';
import { deviceId } from '../../fields/deviceId';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `PUT /Device/{id}/Category`; the body's fields aren't known (miradore-api.md 1.3). */
export const setCategory = defineOperation({
	value: 'setCategory',
	name: 'Set Category',
	action: 'Set category of device',
	description: 'Put a device into a category',
	effect: 'command',
	fields: {
		deviceId,
		body: body(
			'The category by its ID or its name; which of them Miradore takes is not documented publicly',
		),
		options: commandOptions(),
	},
	request: ({ deviceId: id, body: entered }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/Category`,
		body: entered,
	}),
});
