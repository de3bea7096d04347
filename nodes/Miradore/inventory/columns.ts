import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';
import { dayMs } from '../values/day';
import { readDate, toIsoDate } from './dates';

/** A field of a simplified device. */
export interface Column {
	/** Its name in items: never to be renamed. */
	name: string;
	/** What the editor calls it. */
	label: string;
	/** The attribute of API v1 that it is made of (miradore-api.md 5.6). */
	attribute: string;
	/** What it makes of the attribute's value; without it, the value, or empty text where there is none. */
	read?(value: unknown): unknown;
}

/** The fields that a simplified device has where none are chosen, the most useful first. */
export const usualColumns: Column[] = [
	{ name: 'name', label: 'Name', attribute: 'InvDevice.DeviceName' },
	{ name: 'platform', label: 'Platform', attribute: 'Platform' },
	{ name: 'osVersion', label: 'OS Version', attribute: 'OSVersionName' },
	{ name: 'model', label: 'Model', attribute: 'InvDevice.Model' },
	{ name: 'serialNumber', label: 'Serial Number', attribute: 'InvDevice.SerialNumber' },
	{ name: 'userEmail', label: 'User Email', attribute: 'User.Email' },
	{ name: 'onlineStatus', label: 'Online Status', attribute: 'OnlineStatus' },
	{ name: 'lastReported', label: 'Last Reported', attribute: 'LastReported', read: toIsoDate },
	{ name: 'tags', label: 'Tags', attribute: 'Tag.Name', read: textsOf },
	{ name: 'status', label: 'Status', attribute: 'Status' },
	{ name: 'managementType', label: 'Management Type', attribute: 'Client.ManagementType' },
	{ name: 'imei', label: 'IMEI', attribute: 'InvDevice.IMEI' },
];

/** All fields that can be chosen. */
export const columns: Column[] = [
	...usualColumns,
	{ name: 'category', label: 'Category', attribute: 'Category.Name' },
	{ name: 'created', label: 'Created', attribute: 'Created', read: toIsoDate },
	{
		name: 'daysSinceReport',
		label: 'Days Since Last Report',
		attribute: 'LastReported',
		read: daysSince,
	},
	{ name: 'encryption', label: 'Encryption', attribute: 'Security.EncryptionStatus' },
	{ name: 'location', label: 'Location (Place)', attribute: 'Location.Name' },
	{ name: 'lostMode', label: 'Lost Mode', attribute: 'Client.LostModeStatus' },
	{ name: 'manufacturer', label: 'Manufacturer', attribute: 'InvDevice.Manufacturer' },
	{ name: 'organization', label: 'Organization', attribute: 'Organization.Name' },
	{ name: 'osMajor', label: 'OS Version: Major', attribute: 'OSVersionName', read: partOf(0) },
	{ name: 'osMinor', label: 'OS Version: Minor', attribute: 'OSVersionName', read: partOf(1) },
	{ name: 'osPatch', label: 'OS Version: Patch', attribute: 'OSVersionName', read: partOf(2) },
	{ name: 'passcodeSet', label: 'Passcode Set', attribute: 'Security.PasscodeSet' },
	{ name: 'phoneNumber', label: 'Phone Number', attribute: 'InvSIM.PhoneNumber' },
	{ name: 'userName', label: 'User Name', attribute: 'User.Name' },
];

/**
 * The fields of a device as one flat item, with its ID first. A date is ISO 8601 without a zone, for
 * Miradore names none, and empty where there is none; numbers that aren't there are null.
 */
export function rowOf(device: IDataObject, chosen: Column[]): IDataObject {
	const id = Number(device.ID);
	const row: IDataObject = { id, deviceId: id };
	for (const { name, attribute, read } of chosen) {
		const value = valueOf(device, attribute);
		row[name] = (read ? read(value) : (first(value) ?? '')) as IDataObject[string];
	}
	return row;
}

/** What a device has of an attribute: a value or, in lists, one for each that it has. */
function valueOf(device: IDataObject, attribute: string): unknown {
	const [name, inner] = attribute.split('.');
	if (inner === undefined) return device[name];
	const given = device[name] ?? device[`${name}s`];
	if (!Array.isArray(given)) return isObject(given) ? given[inner] : undefined;
	return given.map((one: unknown) => (isObject(one) ? one[inner] : one));
}

function first(value: unknown): unknown {
	return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function textsOf(value: unknown): string[] {
	return [value].flat().filter((one) => typeof one === 'string' && one !== '') as string[];
}

/** A part of a version such as `17.5.1`, a number. */
function partOf(index: number): (value: unknown) => number | null {
	return (value) => {
		const [, ...parts] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(String(value ?? '')) ?? [];
		return parts[index] === undefined ? null : Number(parts[index]);
	};
}

/** Whole days from a date until now, as if its unknown time zone were UTC, so that it may be one off. */
function daysSince(value: unknown): number | null {
	const moment = readDate(value);
	return moment === undefined ? null : Math.max(0, Math.floor((Date.now() - moment) / dayMs));
}
