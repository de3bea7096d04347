import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { linkTo } from '../tracks/links';
import { day, hour, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

/** Helsinki's station with 500 metres around, and a square of about 2 by 1 kilometres east of it. */
const station = { name: 'Station', center: '60.1719, 24.9414', radius: 500 };
const square = {
	name: 'Square',
	geoJson: JSON.stringify({
		type: 'Polygon',
		coordinates: [
			[
				[24.96, 60.165],
				[24.98, 60.165],
				[24.98, 60.184],
				[24.96, 60.184],
				[24.96, 60.165],
			],
		],
	}),
};
const atStation = { latitude: 60.172, longitude: 24.942 };
const inSquare = { latitude: 60.17, longitude: 24.97 };
const elsewhere = { latitude: 60.2, longitude: 25.2 };

let phone: SimulatedDevice;
beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Active' });
	[phone] = devices;
});

const report = (place: { latitude: number; longitude: number }, ago = 0, accuracy?: number) =>
	phone.fixes.push({ timestamp: clock.ago(ago), ...place, ...(accuracy && { accuracy }) });
const watch = (event: string, options: IDataObject = {}) =>
	new PublishedTrigger({
		parameters: { event, areas: { circle: [station], polygon: [square] }, options },
		credential: credentialOf(simulation.site),
	});
const told = ({ delivered }: PublishedTrigger) =>
	delivered.map(({ area, timestamp }) => [area, timestamp]);

describe.each(['areaEntered', 'areaLeft'])('%s', (event) => {
	it('tells area, device and the locations before and after', async () => {
		const [before, after] = event === 'areaEntered' ? [elsewhere, inSquare] : [inSquare, elsewhere];
		report(before, hour);
		const published = watch(event);
		await published.activate();
		clock.pass(10 * minute);
		report(after, 0, 12);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toEqual([
			{
				deviceId: 1,
				deviceName: phone.name,
				userEmail: phone.userEmail,
				area: 'Square',
				timestamp: clock.ago(),
				...after,
				accuracy: 12,
				mapUrl: linkTo(after),
				before: {
					timestamp: clock.ago(hour + 10 * minute),
					...before,
					mapUrl: linkTo(before),
				},
			},
		]);
	});
});

describe('crossings', () => {
	it('are told in the order of time, for several areas', async () => {
		report(elsewhere, hour);
		const [entered, left] = [watch('areaEntered'), watch('areaLeft')];
		await entered.activate();
		await left.activate();
		[atStation, inSquare, elsewhere].forEach((place, index) => report(place, (3 - index) * minute));
		await entered.poll();
		await left.poll();
		expect(told(entered)).toEqual([
			['Station', clock.ago(3 * minute)],
			['Square', clock.ago(2 * minute)],
		]);
		expect(told(left)).toEqual([
			['Station', clock.ago(2 * minute)],
			['Square', clock.ago(minute)],
		]);
	});

	it('are told when late locations show a visit, and only once', async () => {
		report(elsewhere, hour);
		const [entered, left] = [watch('areaEntered'), watch('areaLeft')];
		await entered.activate();
		await left.activate();
		report(elsewhere);
		await entered.poll();
		await left.poll();
		report(inSquare, 20 * minute);
		for (const published of [entered, left, entered, left]) await published.poll();
		expect(told(entered)).toEqual([['Square', clock.ago(20 * minute)]]);
		expect(told(left)).toEqual([['Square', clock.ago()]]);
	});

	it('are not told again when a late location lies between the two that were told', async () => {
		report(elsewhere, hour);
		const entered = watch('areaEntered');
		await entered.activate();
		report(inSquare);
		await entered.poll();
		report(inSquare, 10 * minute);
		await entered.poll();
		report(elsewhere, 20 * minute);
		await entered.poll();
		expect(told(entered)).toEqual([['Square', clock.ago()]]);
	});

	it('count the last known location, also when Miradore has it no longer', async () => {
		report(inSquare, hour);
		const left = watch('areaLeft');
		await left.activate();
		phone.fixes = [];
		clock.pass(40 * day);
		await left.poll();
		report(elsewhere);
		await left.poll();
		expect(left.delivered).toMatchObject([
			{ area: 'Square', ...elsewhere, before: { latitude: 60.17, longitude: 24.97 } },
		]);
	});

	it('look back 7 days for where a device was when the workflow is published', async () => {
		report(inSquare, 6 * day);
		const left = watch('areaLeft');
		await left.activate();
		report(elsewhere);
		await left.poll();
		expect(told(left)).toEqual([['Square', clock.ago()]]);
	});

	it('leave coarse locations out where that is asked for', async () => {
		report(elsewhere, hour);
		const entered = watch('areaEntered', { maxAccuracy: 100 });
		await entered.activate();
		report(inSquare, 3 * minute, 101);
		report(elsewhere, 2 * minute, 100);
		report(inSquare, minute, 100);
		await entered.poll();
		expect(told(entered)).toEqual([['Square', clock.ago(minute)]]);
	});
});

describe('a device that is first seen inside', () => {
	it('has not entered', async () => {
		report(inSquare, hour);
		const entered = watch('areaEntered');
		await entered.activate();
		report(inSquare);
		await entered.poll();
		expect(entered.delivered).toEqual([]);
	});

	it('has entered where that is asked for, at once or with its first location', async () => {
		report(inSquare, hour);
		const entered = watch('areaEntered', { countsFirstSeen: true });
		await entered.activate();
		expect(entered.delivered).toMatchObject([{ area: 'Square', deviceId: 1, before: null }]);
		[, phone] = simulation.site.fleet.devices;
		report(atStation);
		await entered.poll();
		await entered.poll();
		expect(entered.delivered.slice(1)).toMatchObject([
			{ area: 'Station', deviceId: 2, before: null },
		]);
	});
});

describe('a test run', () => {
	it('gives the latest crossing of the last 7 days', async () => {
		report(inSquare, 3 * day);
		report(elsewhere, 2 * day);
		report(inSquare, day);
		const items = await watch('areaLeft').test();
		expect(items.map(({ json }) => json)).toMatchObject([
			{ area: 'Square', timestamp: clock.ago(2 * day) },
		]);
	});

	it('says so when there is none', async () => {
		report(elsewhere, day);
		await expect(watch('areaEntered').test()).rejects.toThrow('No device entered one of the areas');
	});
});

describe('areas that cannot be used', () => {
	const ring = [
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 0],
	];
	const polygon = (geoJson: unknown) => ({ polygon: [{ name: 'A', geoJson }] });
	const circle = (changes: IDataObject) => ({ circle: [{ ...station, ...changes }] });

	it.each<[IDataObject, string]>([
		[{}, "'Areas' has no area"],
		[{ circle: [station, { ...station, center: '61, 24' }] }, 'two areas named Station'],
		[
			{ circle: [1, 2].map(() => ({ ...station, name: 'ENOENT' })) },
			"'Areas' has two areas named ENOENT",
		],
		[circle({ name: ' ' }), "'Name' of an area"],
		[
			circle({ center: '90.1, 24.9' }),
			"'Center' of the area Station is not on the map: 90.1, 24.9",
		],
		[circle({ center: 'east' }), "'Center' of the area Station is not a place: east"],
		[circle({ center: '0, 0' }), "'Center' of the area Station is 0, 0, which is in the sea"],
		[circle({ radius: 0 }), "'Radius' of the area Station"],
		[polygon('{'), "'GeoJSON or KML' of the area A is not a polygon in GeoJSON or KML"],
		[polygon('{"type":"Point","coordinates":[1,2]}'), 'has more than polygons: Point'],
		[polygon({ type: 'Polygon', coordinates: [ring.slice(1)] }), 'is not a polygon'],
		[polygon({ type: 'Polygon', coordinates: [[...ring.slice(0, 3), [0, 91]]] }), 'is not a'],
		[polygon({ type: 'FeatureCollection', features: [] }), 'is not a polygon'],
	])('%j: %s', async (areas, message) => {
		const published = new PublishedTrigger({
			parameters: { event: 'areaEntered', areas },
			credential: credentialOf(simulation.site),
		});
		await expect(published.activate()).rejects.toThrow(message);
		expect(simulation.site.requests).toEqual([]);
	});

	it.each([
		{ type: 'MultiPolygon', coordinates: [[ring]] },
		{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } },
	])('are not such: %j', async (geoJson) => {
		const published = new PublishedTrigger({
			parameters: { event: 'areaEntered', areas: polygon(geoJson) },
			credential: credentialOf(simulation.site),
		});
		await published.activate();
		report({ latitude: -5, longitude: 0.5 }, minute);
		report({ latitude: 0.2, longitude: 0.5 });
		await published.poll();
		expect(told(published)).toEqual([['A', clock.ago()]]);
	});
});
