import type { IDataObject } from 'n8n-workflow';

/** The attributes that {@link simplifyDevice} reads. */
export const simpleAttributes = [
	'ID',
	'Platform',
	'OSVersionName',
	'OnlineStatus',
	'LastReported',
	'InvDevice.DeviceName',
	'InvDevice.Model',
	'InvDevice.SerialNumber',
	'User.Email',
	'Tag.Name',
];

/** Adds the last known coordinates (miradore-api.md 5.6). */
export const locationAttributes = ['ReportedLocation.*'];

/**
 * The ten fields of a device that people look for, flat, and its last known coordinates where they
 * were asked for and there are some. `lastReported` is ISO 8601 without a zone, for Miradore names
 * none; it is empty for a device that never reported.
 */
export function simplifyDevice(device: IDataObject): IDataObject {
	const inventory = part(device, 'InvDevice');
	const { Latitude, Longitude } = part(device, 'ReportedLocation');
	const tags = (device.Tags ?? []) as IDataObject[];
	return {
		id: Number(device.ID),
		name: inventory.DeviceName ?? '',
		platform: device.Platform ?? '',
		osVersion: device.OSVersionName ?? '',
		model: inventory.Model ?? '',
		serialNumber: inventory.SerialNumber ?? '',
		userEmail: part(device, 'User').Email ?? '',
		onlineStatus: device.OnlineStatus ?? '',
		lastReported: String(device.LastReported ?? '').replace(' ', 'T'),
		tags: tags.map(({ Name }) => Name as string),
		...(Latitude && Longitude && { latitude: Number(Latitude), longitude: Number(Longitude) }),
	};
}

function part(device: IDataObject, name: string): IDataObject {
	const value = device[name];
	return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}
