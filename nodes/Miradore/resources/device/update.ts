import { additionalBodyFields, bodyOf, refuseEmpty } from '../../fields/body';
import { deviceFields } from '../../fields/deviceFields';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PATCH /Device/{id}`; fields left out stay as they are (miradore-api.md 1.4). */
export const update = defineDeviceCommand({
	value: 'update',
	name: 'Update',
	action: 'Update device',
	description:
		"Change what Miradore has on record of a device; fields that are not set stay as they are. Retired devices can't be changed.",
	fields: { updateFields: deviceFields('updateFields', 'Update Fields') },
	options: [additionalBodyFields],
	request: ({ deviceId: id, updateFields: fields, options }) => ({
		api: 'v2',
		method: 'PATCH',
		path: path`/Device/${id}`,
		body: refuseEmpty(bodyOf(fields, options)),
	}),
});
