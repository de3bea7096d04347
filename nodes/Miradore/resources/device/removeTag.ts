import { tag } from '../../fields/tag';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `DELETE /<site>/API/Device/{id}/Tag/{tag}`; the address is inferred (miradore-api.md 5.7). */
export const removeTag = defineDeviceCommand({
	value: 'removeTag',
	name: 'Remove Tag',
	action: 'Remove tag from device',
	description:
		'Remove a tag from a device. That the API can do it is known from one client; how exactly is inferred from adding.',
	fields: { tag },
	request: ({ deviceId: id, tag: name }) => ({
		api: 'v1',
		method: 'DELETE',
		path: path`/Device/${id}/Tag/${name}`,
	}),
});
