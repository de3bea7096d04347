import { defineOperation } from '../../execution/operation';
import { device } from '../../fields/device';
import { options } from '../../fields/options';
import { readJsonItems } from '../../transport/json';
import { path } from '../../transport/request';

/** `GET /Device/{id}/CustomAttribute` (miradore-api.md 4). */
export const getCustomAttributes = defineOperation({
	value: 'getCustomAttributes',
	name: 'Get Custom Attributes',
	action: 'Get custom attributes of device',
	description: "Read the values of a device's custom attributes, one item for each",
	effect: 'read',
	fields: { deviceId: device, options: options() },
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'GET',
		path: path`/Device/${id}/CustomAttribute`,
	}),
	toItems: (body, { deviceId: id }) =>
		readJsonItems(body, 'value').map((attribute) => ({ deviceId: id, ...attribute })),
});
