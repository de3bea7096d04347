import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../execution/operation';
import { device } from '../../fields/device';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { simplifyDevice, simpleAttributes } from '../../inventory/device';
import { devicesRequest, isDevice } from '../../inventory/devices';
import { defaultGroups, selectAttributes } from '../../inventory/groups';
import { whyNotListed } from '../../inventory/readDevice';
import { readPages } from '../../transport/pages';

/**
 * `GET /<site>/API/Device` with the filter that one device in use is to match (miradore-api.md 5).
 */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get device',
	description: 'Read what Miradore knows of one device',
	effect: 'read',
	fields: { deviceId: device, simplify, options: options() },
	request: ({ deviceId: id, simplify: simplified }) =>
		devicesRequest(simplified ? simpleAttributes : selectAttributes(defaultGroups, ''), {
			id: `ID eq ${id}`,
		}),
	collect: async (send, request, { deviceId: id }) => {
		// The filter is Miradore's affair; which device it is about is not left to it.
		const isMeant = (item: IDataObject) => isDevice(item) && Number(item.ID) === id;
		const device = (await readPages(send, request, 2)).find(isMeant);
		if (device) return [device];
		throw await whyNotListed(send, id);
	},
	toItems: (devices, { simplify: simplified }) =>
		simplified
			? (devices as IDataObject[]).map((device) => simplifyDevice(device))
			: (devices as IDataObject[]),
});
