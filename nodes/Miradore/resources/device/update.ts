import type { IDataObject } from 'n8n-workflow';
import { additionalBodyFields, bodyOf, refuseEmpty } from '../../fields/body';
import { clear, cleared, clearWith } from '../../fields/clear';
import { deviceFieldLabels, deviceFields } from '../../fields/deviceFields';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PATCH /Device/{id}`; fields left out stay as they are, and how one is emptied is inferred (miradore-api.md 1.4). */
export const update = defineDeviceCommand({
	value: 'update',
	name: 'Update',
	action: 'Update device',
	description:
		"Change what Miradore has on record of a device; fields that are not set stay as they are. Retired devices can't be changed.",
	fields: {
		updateFields: deviceFields('updateFields', 'Update Fields', [clear(deviceFieldLabels)]),
	},
	options: [additionalBodyFields, clearWith],
	request: ({ deviceId: id, updateFields: { clear: chosen = [], ...fields }, options }) => {
		const set = { ...fields, ...(options.additionalBodyFields as IDataObject) };
		const emptied = cleared(chosen as string[], set, options, deviceFieldLabels);
		return {
			api: 'v2',
			method: 'PATCH',
			path: path`/Device/${id}`,
			body: refuseEmpty({ ...bodyOf(fields, options), ...emptied }),
		};
	},
});
