import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';
import { fieldsOf, valuesOf, type LocationFields, type Meaning } from './names';
import { mapUrl } from './mapUrl';
import { readDistance, readPlace, type Place } from './coordinates';
import { readMoment, type Moment } from './time';

/** Where a device was at a moment. */
export interface Fix extends Place, Address {
	/** ISO 8601: in UTC where the offset is known, else without one, for its zone is unknown. */
	timestamp: string;
	/** As Miradore sent it where it is a number, in metres as far as known; else left out. */
	accuracy?: number;
}

/** The address of a place, as far as Miradore sends it; inferred (miradore-api.md 2). */
type Address = Partial<Record<(typeof addressParts)[number], string>>;

const addressParts = ['streetAddress', 'zipCode', 'city', 'country'] as const satisfies Meaning[];

/** What is read of an element. */
interface Reading {
	moment?: Moment;
	place?: Place;
	fix?: Fix;
}

/** A poll asks for the same element again and again. */
const readings = new WeakMap<object, Reading>();

/**
 * Reads one element of the answer to `GET /Device/{id}/Location` in any of the shapes of
 * miradore-api.md 2; undefined where its time or its place can't be read.
 */
export function readFix(element: unknown): Fix | undefined {
	return read(element).fix;
}

/** The place of an element, also where its time can't be read; undefined where there is none. */
export function readPlaceOf(element: unknown): Place | undefined {
	return read(element).place;
}

/**
 * The moment of an element in milliseconds since 1970; undefined where it has none that can be
 * read. A time without an offset is one of these: its zone is unknown (miradore-api.md 2).
 */
export function readInstant(element: unknown): number | undefined {
	const { moment } = read(element);
	return moment?.hasOffset ? moment.order : undefined;
}

/**
 * A number by which elements of one device can be ordered in time: like {@link readInstant}, but
 * times without an offset count too, all taken for the same zone.
 */
export function readOrder(element: unknown): number | undefined {
	return read(element).moment?.order;
}

/** Whether an element has a day without a time of day; {@link readOrder} gives the beginning of it then. */
export function hasDayAlone(element: unknown): boolean {
	return read(element).moment?.isDay ?? false;
}

function read(element: unknown): Reading {
	if (!isObject(element)) return {};
	const known = readings.get(element);
	if (known) return known;
	const fields = fieldsOf(element);
	const moment = momentOf(fields);
	const place = readPlace(fields);
	const fix = moment && place && { timestamp: moment.text, ...place, ...furtherOf(fields) };
	readings.set(element, { moment, place, fix });
	return { moment, place, fix };
}

function momentOf(fields: LocationFields): Moment | undefined {
	const [moment, ...others] = valuesOf(fields, 'time').map(readMoment);
	// A day and a time in fields of their own, or two different times: which one is meant isn't known.
	return others.every((other) => other?.order === moment?.order) ? moment : undefined;
}

function furtherOf(fields: LocationFields): Pick<Fix, 'accuracy'> & Address {
	const accuracy = readDistance(valuesOf(fields, 'accuracy')[0]);
	const parts = addressParts.map((part) => [part, valuesOf(fields, part)[0]] as const);
	return {
		...(accuracy !== undefined && { accuracy }),
		...Object.fromEntries(parts.filter(([, value]) => typeof value === 'string')),
	};
}

/** The item of an element: its known fields alone, or all that Miradore sent where they can't be read. */
export function toLocationItem(deviceId: number, element: unknown, simplify: boolean): IDataObject {
	// An element may have a field of this name; which device was asked for counts.
	const fix = simplify ? readFix(element) : undefined;
	const known = fix ? simplifyFix(fix) : asObject(element);
	return { deviceId, ...known, ...('deviceId' in known && { deviceId }) };
}

/** A location as items hold it, with the address of a map that shows it. */
export function simplifyFix(fix: Fix): IDataObject {
	return { ...fix, mapUrl: mapUrl(fix) };
}

/** The element as an item's JSON, untouched; what isn't an object gets the key `location`. */
export function asObject(element: unknown): IDataObject {
	return isObject(element) ? element : { location: element as IDataObject };
}
