import { readDecimal } from '../values/number';
import { valuesOf, type LocationFields } from './names';

/** Degrees, WGS 84. */
export interface Place {
	latitude: number;
	longitude: number;
}

/**
 * Reads the place from latitude and longitude, or from a list of longitude and latitude as in GeoJSON,
 * which may have an altitude; undefined where there is none. 0/0 is what devices send that don't know
 * where they are.
 */
export function readPlace(fields: LocationFields): Place | undefined {
	const [latitude] = valuesOf(fields, 'latitude');
	const [longitude] = valuesOf(fields, 'longitude');
	const [east, north] = latitude === undefined && longitude === undefined ? readList(fields) : [];
	const place = {
		latitude: readNumber(latitude ?? north),
		longitude: readNumber(longitude ?? east),
	};
	const isOnEarth = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
	const isNowhere = place.latitude === 0 && place.longitude === 0;
	return isOnEarth && !isNowhere ? place : undefined;
}

function readList(fields: LocationFields): unknown[] {
	const isPosition = (value: unknown) =>
		Array.isArray(value) && (value.length === 2 || value.length === 3);
	return (valuesOf(fields, 'within', isPosition)[0] ?? []) as unknown[];
}

/** A distance in metres, as far as known; undefined for what is no number or can be two. */
export function readDistance(value: unknown): number | undefined {
	// `1,234` may be more than a thousand or little more than one.
	const isUnclear = typeof value === 'string' && /^\s*\d{1,3},\d{3}\s*$/.test(value);
	const distance = isUnclear ? NaN : readNumber(value);
	return Number.isNaN(distance) ? undefined : distance;
}

/** Not a number where the value is none. A comma stands for a decimal point. */
function readNumber(value: unknown): number {
	const form = /^\s*[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?\s*$/i;
	const isText = typeof value === 'string' && value.length <= longestNumber && form.test(value);
	const number = isText ? readDecimal(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : NaN;
}

/** Characters; no number of degrees or metres has more. */
const longestNumber = 40;
