import type { Field } from '../execution/field';
import { condition } from '../inventory/query';
import { deviceId, readDeviceId } from './deviceId';
import { readLocator } from './locator';

/** What each way to find a device beside its id searches (miradore-api.md 5.6). */
const attributes: Record<string, string> = {
	imei: 'InvDevice.IMEI',
	name: 'InvDevice.DeviceName',
	serialNumber: 'InvDevice.SerialNumber',
	userEmail: 'User.Email',
};

/** How a device is looked for. */
export interface DeviceSearch {
	/** Where it is looked for by its id. */
	id?: number;
	/** Otherwise the condition of API v1. */
	condition?: string;
	/** For people, such as `InvDevice.IMEI 990000862471854`. */
	text: string;
}

/** A device by its id or by something that is written on it or known of it. */
export const device: Field<DeviceSearch> = {
	property: {
		displayName: 'Device',
		name: 'deviceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The device to look for',
		modes: [
			...(deviceId.property.modes ?? []),
			{ displayName: 'By IMEI', name: 'imei', type: 'string', placeholder: 'e.g. 990000862471854' },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. Field phone 11' },
			{
				displayName: 'By Serial Number',
				name: 'serialNumber',
				type: 'string',
				placeholder: 'e.g. C02XK1AAJGH5',
			},
			{
				displayName: 'By User Email',
				name: 'userEmail',
				type: 'string',
				placeholder: 'e.g. anna@example.com',
			},
		],
	},
	read: (value, { site }) => {
		const locator = readLocator(value);
		const attribute = Object.hasOwn(attributes, locator.mode) && attributes[locator.mode];
		if (!attribute) {
			const id = readDeviceId(locator, site);
			return { id, text: String(id) };
		}
		return {
			condition: condition('Device', attribute, 'eq', locator.value),
			text: `${attribute} ${locator.value}`,
		};
	},
};
