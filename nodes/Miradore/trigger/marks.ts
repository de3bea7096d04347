import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';

/** The attributes by which the list of devices shows that one has reported (miradore-api.md 5.6). */
export const markAttributes = ['LastReported', 'ReportedLocation.*'];

const markLength = 4;
const withoutLocation = '-';

/** A short text that differs where one of these attributes does. */
export function markOf({ LastReported, ReportedLocation }: IDataObject): string {
	const locations = [ReportedLocation].flat().map(fieldsOf);
	const text = JSON.stringify([LastReported, locations]);
	const hash = createHash('sha256').update(text).digest('base64url').slice(0, markLength);
	return locations.every(({ length }) => length === 0) ? `${withoutLocation}${hash}` : hash;
}

/** Whether the list showed no last known location of the device. */
export function isWithoutLocation(mark: string): boolean {
	return mark.length > markLength;
}

/** What there is of a location, in an order that doesn't depend on the site's. */
function fieldsOf(location: unknown): Array<[string, unknown]> {
	if (!isObject(location)) return location ? [['', location]] : [];
	return Object.entries(location)
		.filter(([, value]) => value !== '')
		.sort(([one], [other]) => (one < other ? -1 : 1));
}
