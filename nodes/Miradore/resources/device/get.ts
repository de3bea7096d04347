import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../execution/operation';
import { device } from '../../fields/device';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { simplifyDevice, simpleAttributes } from '../../inventory/device';
import { devicesRequest, isDevice } from '../../inventory/devices';
import { defaultGroups, selectAttributes } from '../../inventory/groups';
import { ApiFailure } from '../../transport/apiFailure';
import { readPages } from '../../transport/pages';

const mostNamed = 20;

/**
 * `GET /<site>/API/Device` with a filter that one device in use is to match (miradore-api.md 5). A
 * phone that was enrolled again has a retired record of the same serial number.
 */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get device',
	description: 'Read what Miradore knows of one device',
	effect: 'read',
	fields: { deviceId: device, simplify, options: options() },
	request: ({ deviceId: { condition }, simplify: simplified }) =>
		devicesRequest(simplified ? simpleAttributes : selectAttributes(defaultGroups, ''), {
			condition,
		}),
	collect: async (send, request, { deviceId: { id, condition, text } }) => {
		// The filter is Miradore's affair; which device it is about is not left to it.
		const isMeant = (item: IDataObject) => isDevice(item) && (!id || Number(item.ID) === id);
		const devices = (await readPages(send, request, mostNamed)).filter(isMeant);
		const listed = (items: IDataObject[]) =>
			items.map(({ ID }) => String(ID)).join(', ') + (items.length === mostNamed ? ', …' : '');
		if (devices.length === 1) return devices;
		if (devices.length > 1) {
			throw new ApiFailure(
				`Several devices were found (${text})`,
				`Choose one of them by its ID: ${listed(devices)}`,
			);
		}
		const any = devicesRequest(['ID'], { condition }, { includeRetired: true });
		const others = (await readPages(send, any, mostNamed)).filter(isMeant);
		throw others.length === 0
			? new ApiFailure(`No device was found (${text})`, 'Look it up in the console.')
			: new ApiFailure(
					`Only retired devices were found (${text})`,
					`They have the ID ${listed(others)}. 'Get Many' shows them with the option 'Include Retired'.`,
				);
	},
	toItems: (devices, { simplify: simplified }) =>
		simplified ? (devices as IDataObject[]).map(simplifyDevice) : (devices as IDataObject[]),
});
