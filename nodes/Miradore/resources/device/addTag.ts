import { tag } from '../../fields/tag';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PUT /<site>/API/Device/{id}/Tag/{tag}`, without a body (miradore-api.md 5.7). */
export const addTag = defineDeviceCommand({
	value: 'addTag',
	name: 'Add Tag',
	action: 'Add tag to device',
	description:
		'Add a tag to a device. Known from other clients of the API, not from Miradore itself.',
	fields: { tag },
	request: ({ deviceId: id, tag: name }) => ({
		api: 'v1',
		method: 'PUT',
		path: path`/Device/${id}/Tag/${name}`,
	}),
});
