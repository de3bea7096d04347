import type { IDataObject } from 'n8n-workflow';

/** Where a device was at a moment. */
export interface Fix {
	/** As Miradore sent it. */
	timestamp: string;
	/** Degrees, WGS 84. */
	latitude: number;
	/** Degrees, WGS 84. */
	longitude: number;
	/** As Miradore sent it where it is a number, in metres as far as known; else left out. */
	accuracy?: number;
}

/**
 * Reads one element of the answer to `GET /Device/{id}/Location`. Coordinates may be text or
 * numbers, and the time may be called `time` (miradore-api.md 2); undefined where the known fields
 * aren't there.
 */
export function readFix(element: unknown): Fix | undefined {
	if (!isObject(element)) return undefined;
	const timestamp = timestampOf(element);
	const latitude = readNumber(element.latitude);
	const longitude = readNumber(element.longitude);
	const accuracy = readNumber(element.accuracy);
	const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
	if (timestamp === '' || !isPlace) return undefined;
	return { timestamp, latitude, longitude, ...(Number.isNaN(accuracy) ? {} : { accuracy }) };
}

/**
 * The moment of an element in milliseconds since 1970; undefined where it has none that can be
 * read. A time without an offset is one of these: its zone is unknown (miradore-api.md 2).
 */
export function readInstant(element: unknown): number | undefined {
	return hasOffset.test(timestampOf(element)) ? readOrder(element) : undefined;
}

/**
 * A number by which elements of one device can be ordered in time: like {@link readInstant}, but
 * times without an offset count too, all taken for the same zone.
 */
export function readOrder(element: unknown): number | undefined {
	const timestamp = timestampOf(element);
	const order = Date.parse(hasOffset.test(timestamp) ? timestamp : `${timestamp}Z`);
	return Number.isNaN(order) ? undefined : order;
}

const hasOffset = /T.*(Z|[+-]\d{2}:?\d{2})$/i;

function timestampOf(element: unknown): string {
	const timestamp = isObject(element) ? (element.timestamp ?? element.time) : undefined;
	return typeof timestamp === 'string' ? timestamp : '';
}

/** The item of an element: its known fields alone, or all that Miradore sent where they aren't there. */
export function toLocationItem(deviceId: number, element: unknown, simplify: boolean): IDataObject {
	return { deviceId, ...((simplify && readFix(element)) || asObject(element)) };
}

/** The element as an item's JSON, untouched; what isn't an object gets the key `location`. */
export function asObject(element: unknown): IDataObject {
	return isObject(element) ? element : { location: element as IDataObject };
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readNumber(value: unknown): number {
	const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const number = isNumeric ? Number(value) : NaN;
	return Number.isFinite(number) ? number : NaN;
}
