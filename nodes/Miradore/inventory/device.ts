import type { IDataObject } from 'n8n-workflow';
import { fieldsOf } from '../locations/names';
import { readPlace } from '../locations/coordinates';
import { isObject } from '../values/json';
import { rowOf, usualColumns, type Column } from './columns';
import { toIsoDate } from './dates';

/** The attributes that {@link simplifyDevice} reads. */
export const simpleAttributes = attributesOf(usualColumns);

/** Adds the last known position, its time and its address (miradore-api.md 5.6). */
export const locationAttributes = ['ReportedLocation.*'];

/** The attributes that fields are made of, with the ID. */
export function attributesOf(chosen: Column[]): string[] {
	return [...new Set(['ID', ...chosen.map(({ attribute }) => attribute)])];
}

/**
 * The chosen fields of a device, and its last known location where it was asked for and there is one.
 *
 * @param chosen those that people look for, where left out
 */
export function simplifyDevice(device: IDataObject, chosen = usualColumns): IDataObject {
	const [location] = [device.ReportedLocation].flat();
	const row = rowOf(device, chosen);
	return isObject(location) ? { ...row, ...simplifyLocation(location) } : row;
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
