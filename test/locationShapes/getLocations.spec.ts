import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { hour } from '../trigger/clock';
import { all, isObject, refused, sentOf, simplifiedOf } from './sent';
import { useTravel } from './useTravel';

const travel = useTravel();
const { simulation, clock } = travel;

const lists = all.filter(([, { list }]) => !list);
const cannotRead = "fields that this node doesn't know or can't read";
const noLocations = 'No locations of device 1. Is location tracking on for it?';

const isLine = (geometry: unknown) =>
	isObject(geometry) && 'type' in geometry && geometry.type === 'LineString';

async function getLocations(shape: string, options: IDataObject = {}, parameters = {}) {
	simulation.site.locationShape = shape;
	const { success, error, hints } = await execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: 'id', value: '1' },
			options: { sort: 'asSent', ...options },
			...parameters,
		},
		credential: simulation.credential,
	});
	return { items: success.map(({ json }) => json), error, hints: hints.map((one) => one.message) };
}

describe('Get Locations', () => {
	it.each(lists)('simplifies %s', async (name, shape) => {
		const sent = sentOf(travel.fixes, shape);
		const { items, hints, error } = await getLocations(name);
		expect(error).toBeUndefined();
		expect(items).toEqual(sent.map((one) => simplifiedOf(one, shape)));
		const isTold = sent.some(({ time, place }) => time === 'none' || place);
		const isNone = sent.length === 0;
		expect(hints).toEqual([
			...(isTold ? [expect.stringContaining(cannotRead) as string] : []),
			...(isNone ? [noLocations] : []),
		]);
	});

	it.each(lists)('gives %s as it came', async (name, shape) => {
		const { items } = await getLocations(name, {}, { simplify: false });
		expect(items).toEqual(sentOf(travel.fixes, shape).map(({ raw }) => raw));
	});

	it.each(lists)('keeps the latest of %s, and what may be later', async (name, shape) => {
		const sent = sentOf(travel.fixes, shape);
		const { items, hints } = await getLocations(name, { latestOnly: true }, { simplify: false });
		const newest = ['local', undefined].map((time) =>
			sent.filter((one) => one.time === time).at(-1),
		);
		const kept = sent.filter((one) => one.time === 'none' || newest.includes(one));
		expect(items).toEqual(kept.map(({ raw }) => raw));
		const isTold = hints.some((hint) => hint.includes("'Latest Only' can't tell"));
		expect(isTold).toBe(kept.length > 1 || kept.some(({ time }) => time === 'none'));
	});

	it.each(lists)('keeps the exact times of %s, and what may be within', async (name, shape) => {
		const sent = sentOf(travel.fixes, shape);
		const filters = { startDate: clock.ago(2.5 * hour), endDate: clock.ago(1.5 * hour) };
		const options = { exactTimes: true };
		const { items, hints } = await getLocations(name, options, { filters, simplify: false });
		const answered = sent.filter(({ time, fix }) => time ?? fix === travel.fixes[1]);
		expect(items).toEqual(answered.map(({ raw }) => raw));
		const isTold = hints.some((hint) => hint.includes("'Exact Times' can't judge"));
		expect(isTold).toBe(sent.some(({ time }) => time));
	});

	it.each(lists)('makes GeoJSON of %s', async (name, shape) => {
		const sent = sentOf(travel.fixes, shape);
		const { items } = await getLocations(name, { outputFormat: 'geoJson' });
		const features = sent.map((one) => {
			const properties = simplifiedOf(one, shape) as IDataObject;
			if (one.time !== 'none' && !one.place) {
				delete properties.latitude;
				delete properties.longitude;
				delete properties.mapUrl;
			}
			const coordinates = [one.fix.longitude, one.fix.latitude];
			const geometry = one.place ? null : { type: 'Point', coordinates };
			return { type: 'Feature', geometry, properties };
		});
		const points = items.map((item) =>
			(item.features as IDataObject[]).filter(({ geometry }) => !isLine(geometry)),
		);
		expect(points).toEqual(features.length > 0 ? [features] : []);
	});

	it.each(all.filter(([, { list }]) => list === 'none'))(
		'takes %s for no locations, and says so',
		async (name) => {
			const { items, hints } = await getLocations(name);
			expect(items).toEqual([]);
			expect(hints).toEqual([expect.stringContaining('Miradore sent nothing'), noLocations]);
		},
	);

	it.each(all.filter(([, { list }]) => list === 'refused'))('fails for %s', async (name) => {
		const { items, error } = await getLocations(name);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(refused);
		expect(error?.description).toMatch(/It begins with: \S+|A proxy or sign-in page/);
		expect(error?.description).not.toContain('<');
	});
});
