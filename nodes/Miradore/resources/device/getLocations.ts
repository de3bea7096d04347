import type { IDataObject } from 'n8n-workflow';
import { defineOperation, type AddHint } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { device } from '../../fields/device';
import { options } from '../../fields/options';
import { period } from '../../fields/period';
import { simplify } from '../../fields/simplify';
import { toggle } from '../../fields/toggle';
import { readFix, readInstant, toLocationItem } from '../../locations/fix';
import { toFeatureCollection } from '../../locations/geoJson';
import { days, daysAround, type Period } from '../../locations/period';
import { locationsRequest, readElements } from '../../locations/request';
import { isLatestKnown, latest, withinPeriod } from '../../locations/select';
import { nameFields } from '../../locations/unreadable';

const locationOptions = [
	toggle({
		displayName: 'Exact Times',
		name: 'exactTimes',
		default: false,
		description:
			'Whether to keep only locations between the exact times of the start and end date instead of whole days',
	}),
	toggle({
		displayName: 'Latest Only',
		name: 'latestOnly',
		default: false,
		description: 'Whether to return only the latest location of each device',
	}),
	choice(
		{
			displayName: 'Output Format',
			name: 'outputFormat',
			default: 'items',
			description: 'What the output items hold',
		},
		[
			{
				name: 'GeoJSON',
				value: 'geoJson',
				description: 'One FeatureCollection for each device, as map tools read it',
			},
			{ name: 'Items', value: 'items', description: 'One item for each location' },
		],
	),
];

/** `GET /Device/{id}/Location` (miradore-api.md 2). */
export const getLocations = defineOperation({
	value: 'getLocations',
	name: 'Get Locations',
	action: 'Get locations of device',
	description: 'Read where a device has been, as far as location tracking is on for it',
	effect: 'read',
	fields: {
		deviceId: device,
		filters: period,
		simplify,
		options: options(locationOptions),
	},
	request: ({ deviceId: id, filters, options: { exactTimes } }) =>
		locationsRequest(
			id,
			exactTimes ? daysAround(filters.start?.instant, filters.end?.instant) : days(filters),
		),
	toItems: (body, values, addHint) => {
		const { deviceId: id, filters, simplify: simplified, options: chosen } = values;
		const elements = selectElements(body, filters, chosen, addHint);
		if (elements.length === 0) return [];
		const unknown = elements.filter((element) => !readFix(element));
		if (unknown.length > 0) addHint(unknownFields(unknown));
		if (chosen.outputFormat === 'geoJson') return [toFeatureCollection(id, elements, simplified)];
		return elements.map((element) => toLocationItem(id, element, simplified));
	},
});

const unknownFields = (elements: unknown[]) =>
	`Miradore sent locations with fields that this node doesn't know or can't read (${nameFields(elements)}); they are passed on as they came.`;
const unknownTimes =
	"Some locations have a time without a time zone, or one that can't be read. 'Exact Times' can't judge these, so they are kept.";
const unknownLatest =
	"'Latest Only' can't tell which location of a device is the latest, for some have a time that can't be read, or that can't be compared with the others for it has no time zone. All that may be the latest are kept.";

function selectElements(
	body: unknown,
	filters: Period,
	{ exactTimes, latestOnly }: IDataObject,
	addHint: AddHint,
): unknown[] {
	const all = readElements(body, addHint);
	if (exactTimes && all.some((element) => readInstant(element) === undefined))
		addHint(unknownTimes);
	const inTime = exactTimes ? withinPeriod(all, filters) : all;
	if (!latestOnly || inTime.length === 0) return inTime;
	if (!isLatestKnown(inTime)) addHint(unknownLatest);
	return latest(inTime);
}
