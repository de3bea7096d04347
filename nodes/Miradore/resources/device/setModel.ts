import { defineOperation } from '../../execution/operation';
import { body } from '../../fields/body';
import { deviceId } from '../../fields/deviceId';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `PUT /Device/{id}/Model`; the body's fields aren't known (miradore-api.md 1.3). */
export const setModel = defineOperation({
	value: 'setModel',
	name: 'Set Model',
	action: 'Set model of device',
	description: 'Set the model and the manufacturer of a device',
	effect: 'command',
	fields: { deviceId, body: body('The model and the manufacturer'), options: commandOptions() },
	request: ({ deviceId: id, body: entered }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/Model`,
		body: entered,
	}),
});
