import type { Field } from '../execution/field';
import { condition } from '../inventory/query';
import { deviceId, readDeviceId } from './deviceId';
import { readLocator } from './locator';

/** What each way to find a device beside its id searches, and its label (miradore-api.md 5.6). */
const ways: Record<string, { attribute: string; label: string }> = {
	imei: { attribute: 'InvDevice.IMEI', label: 'IMEI' },
	name: { attribute: 'InvDevice.DeviceName', label: 'Name' },
	serialNumber: { attribute: 'InvDevice.SerialNumber', label: 'Serial Number' },
	userEmail: { attribute: 'User.Email', label: 'User Email' },
};

/** How a device is looked for. */
export interface DeviceSearch {
	/** Where it is looked for by its ID. */
	id?: number;
	/** The condition of API v1. */
	condition: string;
	/** For people, such as `Serial Number C02XK1AAJGH5`. */
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
		if (!Object.hasOwn(ways, locator.mode)) {
			const id = readDeviceId(locator, site);
			return { id, condition: `ID eq ${id}`, text: `ID ${id}` };
		}
		const { attribute, label } = ways[locator.mode];
		return {
			condition: condition('Device', attribute, 'eq', locator.value),
			text: `${label} ${locator.value}`,
		};
	},
};
