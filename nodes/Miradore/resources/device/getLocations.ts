import type { IDataObject } from 'n8n-workflow';
import type { Clue } from '../../execution/directory';
import { defineOperation, type AddHint } from '../../execution/operation';
import { device } from '../../fields/device';
import { locationOptions } from '../../fields/locationOptions';
import { options } from '../../fields/options';
import { period } from '../../fields/period';
import { simplify } from '../../fields/simplify';
import { toFileItem, type FileSettings } from '../../tracks/file';
import { readFix, readInstant, readPlaceOf, toLocationItem } from '../../locations/fix';
import type { DeviceElements } from '../../tracks/geoJson';
import { describeNone } from '../../locations/noLocations';
import { days, daysAround, type Period } from '../../locations/period';
import { locationsRequest, readElements } from '../../locations/request';
import { inOrder, isLatestKnown, latest, withinPeriod, type Order } from '../../locations/select';
import { nameFields } from '../../locations/unreadable';
import { tilesFrom } from '../../tracks/tiles';

/** `GET /Device/{id}/Location` (miradore-api.md 2). */
export const getLocations = defineOperation({
	value: 'getLocations',
	name: 'Get Locations',
	action: 'Get locations of device',
	description:
		'Read where a device has been, as far as location tracking is on for it: as items, or as a map or file',
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
		const isFile = formatOf(chosen) !== 'items' && formatOf(chosen) !== 'geoJson';
		if (unknown.length > 0) addHint(isFile ? leftOut(unknown) : unknownFields(unknown));
		if (formatOf(chosen) === 'items')
			return elements.map((element) => toLocationItem(id, element, simplified));
		const { deviceName } = chosen as { deviceName?: string };
		const device = { deviceId: id, ...(deviceName !== undefined && { deviceName }) };
		const gathered: DeviceElements = { ...device, elements, simplify: simplified };
		return [gathered as unknown as IDataObject];
	},
	bundling: {
		nameOf: ({ options: chosen }) => {
			if (formatOf(chosen) === 'items') return undefined;
			return chosen.oneForAll ? formatOf(chosen) : '';
		},
		make: (parts) => {
			// Input items may name a device twice.
			const devices = new Map(
				parts.map(({ results, clue }) => [
					JSON.stringify(results),
					(results as unknown as DeviceElements[]).map((one) => ({
						...one,
						calledBy: nameBy(clue),
					})),
				]),
			);
			const [{ filters, options: chosen }] = parts.map(({ values }) => values);
			const { mapTiles = true, tileServer } = chosen as { mapTiles?: boolean; tileServer?: string };
			return toFileItem([...devices.values()].flat(), {
				format: formatOf(chosen) as FileSettings['format'],
				timeZone: filters.timeZone ?? 'UTC',
				...(mapTiles && { tiles: tilesFrom(tileServer) }),
			});
		},
	},
	withoutItems: (all) => {
		const named = new Map<number, string | undefined>();
		for (const { values, clue } of all) {
			named.set(values.deviceId, named.get(values.deviceId) ?? clue?.text);
		}
		const hasPeriod = all.some(({ values: { filters } }) => filters.start ?? filters.end);
		return describeNone(named, hasPeriod);
	},
});

/** What files call a device of which a user said more than its ID. */
function nameBy(clue: Clue | undefined): string | undefined {
	return clue?.by === 'name' ? clue.value : clue?.text;
}

function formatOf({ outputFormat = 'items' }: IDataObject): string {
	return String(outputFormat);
}

const unknownFields = (elements: unknown[]) =>
	`Miradore sent locations with fields that this node doesn't know or can't read (${nameFields(elements)}); they are passed on as they came.`;
const leftOut = (elements: unknown[]) => {
	const without = elements.filter((element) => !readPlaceOf(element)).length;
	return `Miradore sent locations with fields that this node doesn't know or can't read (${nameFields(elements)}). ${without} without a place are left out of the file; the others are in it without a time. See them with 'Output Format' set to 'Items'.`;
};
const unknownTimes =
	"Some locations have a time without a time zone, or one that can't be read. 'Exact Times' can't judge these, so they are kept.";
const unknownLatest =
	"'Latest Only' can't tell which location of a device is the latest, for some have a time that can't be read, or that can't be compared with the others for it has no time zone. All that may be the latest are kept.";

function selectElements(
	body: unknown,
	filters: Period,
	{ exactTimes, latestOnly, sort = 'oldestFirst' }: IDataObject,
	addHint: AddHint,
): unknown[] {
	const all = readElements(body, addHint);
	if (exactTimes && all.some((element) => readInstant(element) === undefined))
		addHint(unknownTimes);
	const inTime = exactTimes ? withinPeriod(all, filters) : all;
	if (!latestOnly || inTime.length === 0) return inOrder(inTime, sort as Order);
	if (!isLatestKnown(inTime)) addHint(unknownLatest);
	return inOrder(latest(inTime), sort as Order);
}
