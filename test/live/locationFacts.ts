import type { Answer, Question } from './ask';
import { readInstant, readOrder } from '../../nodes/Miradore/locations/fix';
import {
	elementsOf,
	expectAnswer,
	expectFields,
	nothingThere,
	type Fact,
	type Known,
} from './fact';

const isList = ({ json }: Answer) => Array.isArray(json);

/** A year of locations, asked for in one of the ways to write a date. */
function locations(startDate: string, endDate: string) {
	return ({ deviceId }: Known): Question[] => [
		{ api: 'v2', path: `/Device/${deviceId}/Location`, query: { startDate, endDate } },
	];
}
const [today] = new Date().toISOString().split('T');
const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('02-29', '02-28')}`;
export const allLocations = locations(aYearAgo, today);

/** What API v2 tells of locations and custom attributes (miradore-api.md 2 and 4). */
export const locationFacts: Fact[] = [
	{
		id: 'custom attributes',
		says: 'fields of a definition unknown',
		mark: 'U',
		questions: () => [{ api: 'v2', path: '/CustomAttribute' }],
		find: expectFields(),
	},
	{
		id: 'custom attributes of device',
		says: 'identifier, name, value',
		mark: 'T1',
		questions: ({ deviceId }) => [{ api: 'v2', path: `/Device/${deviceId}/CustomAttribute` }],
		find: expectFields('identifier', 'name', 'value'),
	},
	{
		id: 'locations without dates',
		says: '200 and a list',
		mark: 'T1',
		questions: ({ deviceId }) => [{ api: 'v2', path: `/Device/${deviceId}/Location` }],
		find: expectAnswer(200, isList),
	},
	{
		id: 'locations by days',
		says: 'startDate and endDate take days',
		mark: 'T1',
		questions: allLocations,
		find: expectAnswer(200, isList),
	},
	{
		id: 'locations by instants',
		says: 'startDate and endDate take instants in UTC',
		mark: 'L',
		questions: locations(`${aYearAgo}T00:00:00Z`, `${today}T23:59:59Z`),
		find: expectAnswer(200, isList),
	},
	{
		id: 'locations by instants with offset',
		says: 'unknown whether instants with an offset are taken',
		mark: 'U',
		questions: locations(`${aYearAgo}T00:00:00+02:00`, `${today}T23:59:59+02:00`),
		find: expectAnswer(200, isList),
	},
	{
		id: 'last day of a period',
		says: 'unknown whether endDate is included',
		mark: 'U',
		questions: (known) => [
			...allLocations(known),
			...locations(aYearAgo, `${today}T23:59:59Z`)(known),
		],
		find: (answers) => {
			const [byDay, byInstant] = answers.map((answer) => elementsOf([answer]).length);
			if (byInstant === 0) return nothingThere;
			return { found: `${byDay} by day, ${byInstant} to its end`, agrees: byDay === byInstant };
		},
	},
	{
		id: 'fields of a location',
		says: 'timestamp, latitude, longitude',
		mark: 'T1',
		questions: allLocations,
		find: expectFields('timestamp', 'latitude', 'longitude'),
	},
	{
		id: 'time zone of a location',
		says: 'unknown whether a timestamp has one',
		mark: 'U',
		questions: allLocations,
		find: (answers) => {
			const [element] = elementsOf(answers);
			if (readOrder(element) === undefined) return nothingThere;
			const hasZone = readInstant(element) !== undefined;
			const written = /(Z|[+-]\d\d:?\d\d)"/.exec(JSON.stringify(element))?.[1];
			return { found: hasZone ? (written ?? 'a time since 1970') : 'none', agrees: hasZone };
		},
	},
	{
		id: 'order of locations',
		says: 'not documented',
		mark: 'U',
		questions: allLocations,
		find: (answers) => {
			const times = elementsOf(answers).map((element) => readOrder(element) ?? NaN);
			if (times.length < 2 || times.some(Number.isNaN)) return nothingThere;
			const isSorted = (sign: number) =>
				times.every((time, index) => index === 0 || sign * (time - times[index - 1]) >= 0);
			const found = isSorted(1) ? 'oldest first' : isSorted(-1) ? 'newest first' : 'none';
			return { found, agrees: found !== 'none' };
		},
	},
];
