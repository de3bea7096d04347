import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';
import { plainName } from '../values/plainName';

/** What a field of a location tells; `within` is an object with further fields, or a list of degrees. */
export type Meaning =
	| 'time'
	| 'latitude'
	| 'longitude'
	| 'within'
	| 'accuracy'
	| 'streetAddress'
	| 'zipCode'
	| 'city'
	| 'country';

/**
 * The names of fields; to have another one read, add a line. Upper and lower case, `_`, `-` and spaces
 * don't matter. Where several names of one meaning have a value, the first of this list counts. `…` may
 * be At, On, Date, Time, Stamp, UTC, more of them, or nothing. All names but `timestamp`, `time`,
 * `latitude` and `longitude` are inferred (miradore-api.md 2).
 */
const meanings: Record<string, Meaning> = {
	timestamp: 'time',
	time: 'time',
	fixTime: 'time',
	dateTime: 'time',
	date: 'time',
	'reported…': 'time',
	'created…': 'time',
	latitude: 'latitude',
	lat: 'latitude',
	longitude: 'longitude',
	lon: 'longitude',
	lng: 'longitude',
	location: 'within',
	position: 'within',
	coordinates: 'within',
	coords: 'within',
	geometry: 'within',
	properties: 'within',
	accuracy: 'accuracy',
	horizontalAccuracy: 'accuracy',
	streetAddress: 'streetAddress',
	zipCode: 'zipCode',
	city: 'city',
	country: 'country',
};

/** The fields of a location by their plain names; those without a value are left out. */
export type LocationFields = Map<string, unknown>;

const names = Object.entries(meanings).map(([name, meaning]) => {
	const [start, end] = plainName(name).split('…');
	const pattern = new RegExp(`^${start}(?:at|on|date|time|stamp|utc)*$`);
	const matching = (fields: LocationFields) =>
		[...fields.keys()].filter((key) => pattern.test(key));
	const keys = end === undefined ? () => [start] : matching;
	return {
		meaning,
		find: (fields: LocationFields) =>
			keys(fields).flatMap((key) => (fields.has(key) ? [fields.get(key)] : [])),
	};
});

const objects = new Set(
	Object.keys(meanings)
		.filter((name) => meanings[name] === 'within')
		.map(plainName),
);

/** Reads the fields of a location and, one level deep, of objects within it; its own come first. */
export function fieldsOf(element: IDataObject): LocationFields {
	const isOpened = ([name, value]: [string, unknown]) =>
		objects.has(plainName(name)) && isObject(value);
	const all = Object.entries(element);
	const within = all.filter(isOpened).map(([, value]) => plainFields(value as IDataObject));
	const own = plainFields(Object.fromEntries(all.filter((one) => !isOpened(one))));
	return new Map([own, ...within].reverse().flatMap((fields) => [...fields]));
}

/**
 * The fields of one object; half a place is none, for the other half would come from elsewhere, and
 * neither is 0/0, beside which another object may have the place.
 */
function plainFields(object: IDataObject): LocationFields {
	const fields: LocationFields = new Map();
	for (const [name, value] of Object.entries(object)) {
		if (!fields.has(plainName(name)) && hasValue(value)) fields.set(plainName(name), value);
	}
	const [latitudes, longitudes] = ['latitude', 'longitude'].map((meaning) =>
		[...fields.keys()].filter((key) => meanings[key] === meaning),
	);
	const isZero = (key: string) => /^\s*[+-]?0*[.,]?0*\s*$/.test(String(fields.get(key)));
	const isHalf = latitudes.length === 0 || longitudes.length === 0;
	const isNowhere = [...latitudes, ...longitudes].every(isZero);
	if (isHalf || isNowhere) for (const key of [...latitudes, ...longitudes]) fields.delete(key);
	return fields;
}

/**
 * The values of the first name with this meaning that has one; several where the name's end is open.
 *
 * @param accepts what counts as a value; anything where left out
 */
export function valuesOf(
	fields: LocationFields,
	meaning: Meaning,
	accepts: (value: unknown) => boolean = () => true,
): unknown[] {
	for (const name of names) {
		if (name.meaning !== meaning) continue;
		const values = name.find(fields).filter(accepts);
		if (values.length > 0) return values;
	}
	return [];
}

function hasValue(value: unknown): boolean {
	return value !== undefined && value !== null && !(typeof value === 'string' && !value.trim());
}
