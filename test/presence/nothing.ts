import type { Place } from './places';

/** What expressions give that found nothing, or something else than was meant. */
export const nothing: Record<string, string> = {
	undefined: 'undefined',
	null: 'null',
	'empty text': '""',
	'blank text': '"  "',
	NaN: 'NaN',
	'a list': '[1]',
	'an object': '({ a: 1 })',
	'an empty object': '({})',
	'an object of nothing': '({ platform: undefined, nameContains: undefined })',
	'a DateTime that is none': 'DateTime.fromISO("x")',
	'its text': 'DateTime.fromISO("x").toString()',
	'a Date that is none': 'new Date("x")',
	'what is in a missing field': '$json.nothing.at.all',
	'an error': '(() => { throw new Error("no") })()',
};

let turn = jest.getSeed() >>> 0;

/** One of the kinds; which one changes with each call and the seed. */
export function chooseKind(kinds: Array<[string, string]>): [string, string] {
	return kinds[(turn += 1) % kinds.length];
}

/** Optional texts of a body: where an expression gives nothing they are left out. */
const optionalTexts = [
	...['message', 'phoneNumber', 'footnote', 'deploymentMethodId', 'managedConfigurationId'],
	...['friendlyName', 'identifier', 'manufacturer', 'model', 'userEmailAddress'],
	...['firstName', 'lastName', 'middleName', 'description'],
];

/** Of these, what is needed where it isn't in a collection. */
const needed = ['identifier', 'model', 'firstName', 'lastName'];

/** What a place may be given all the same, for it is a value there. */
export function isValue({ path, property }: Place, kind: string): boolean {
	const { name, type } = property;
	const isObject = kind === 'a list' || kind === 'an object';
	const isAnyObject = isObject || kind === 'an empty object' || kind === 'an object of nothing';
	const isAdded = path.length > 1;
	const isOptional =
		(optionalTexts.includes(name) && (isAdded || !needed.includes(name))) ||
		path.join('.') === 'updateFields.name';
	if (isOptional) return !isAnyObject;
	if (name === 'bodyFieldNames') return false;
	if (name === 'additionalBodyFields') return kind === 'an object';
	if (type === 'json' && name !== 'geoJson') return isObject;
	if (name === 'tags' || name === 'identifiers') return kind === 'a list';
	return name === 'value' && path.length === 1 && kind === 'empty text';
}
