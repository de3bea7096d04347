import type { IDataObject } from 'n8n-workflow';
import { fieldsOf } from '../locations/names';
import { readPlace } from '../locations/place';
import { isObject } from '../values/json';
import { toIsoDate } from './dates';

/** The attributes that {@link simplifyDevice} reads. */
export const simpleAttributes = [
	'ID',
	'Platform',
	'OSVersionName',
	'OnlineStatus',
	'LastReported',
	'Status',
	'InvDevice.DeviceName',
	'InvDevice.Model',
	'InvDevice.SerialNumber',
	'InvDevice.IMEI',
	'Client.ManagementType',
	'User.Email',
	'Tag.Name',
];

/** Adds the last known position, its time and its address (miradore-api.md 5.6). */
export const locationAttributes = ['ReportedLocation.*'];

/**
 * The fields of a device that people look for, flat and the most useful first, and its last known location
 * where it was asked for and there is one. `lastReported` is ISO 8601 without a zone, for Miradore names none; it is empty
 * for a device that never reported.
 */
export function simplifyDevice(device: IDataObject): IDataObject {
	const inventory = part(device, 'InvDevice');
	return {
		id: Number(device.ID),
		name: inventory.DeviceName ?? '',
		platform: device.Platform ?? '',
		osVersion: device.OSVersionName ?? '',
		model: inventory.Model ?? '',
		serialNumber: inventory.SerialNumber ?? '',
		userEmail: part(device, 'User').Email ?? '',
		onlineStatus: device.OnlineStatus ?? '',
		lastReported: toIsoDate(device.LastReported),
		tags: tagsOf(device),
		status: device.Status ?? '',
		managementType: part(device, 'Client').ManagementType ?? '',
		imei: inventory.IMEI ?? '',
		...(device.ReportedLocation && simplifyLocation(part(device, 'ReportedLocation'))),
	};
}

/** A time without a zone is taken for UTC, as one client does (miradore-api.md 5.6). */
function simplifyLocation(location: IDataObject): IDataObject {
	const { FixTime, StreetAddress, ZipCode, City, Country } = location;
	const place = readPlace(fieldsOf(location));
	if (!place) return {};
	const time = toIsoDate(FixTime);
	const town = [ZipCode, City].filter(Boolean).join(' ');
	const address = [StreetAddress, town, Country].filter(Boolean).join(', ');
	return {
		...place,
		...(time && { locationTime: /T\d\d:\d\d:\d\d$/.test(time) ? `${time}Z` : time }),
		...(address && { address }),
	};
}

function tagsOf({ Tags }: IDataObject): string[] {
	const names = [Tags].flat().map((tag) => (isObject(tag) ? tag.Name : tag));
	return names.filter((name) => typeof name === 'string' && name !== '') as string[];
}

/** One part of a device, the first where there are several. */
function part(device: IDataObject, name: string): IDataObject {
	const [value] = [device[name]].flat();
	return isObject(value) ? value : {};
}
