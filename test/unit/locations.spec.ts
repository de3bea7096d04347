import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFix, readInstant, toLocationItem } from '../../nodes/Miradore/locations/fix';
import { toFeatureCollection } from '../../nodes/Miradore/locations/geoJson';
import { readPeriod } from '../../nodes/Miradore/locations/period';
import { locationsRequest, readElements } from '../../nodes/Miradore/locations/request';
import { latest, withinPeriod } from '../../nodes/Miradore/locations/select';

const recorded = JSON.parse(
	readFileSync(path.join(__dirname, '../fixtures/v2-location.synthetic.json'), 'utf8'),
) as object[];

describe('a fix', () => {
	it('is read from the fixture, whose coordinates are text', () => {
		expect(recorded.map(readFix)).toEqual([
			{ timestamp: '2026-08-01T10:00:00Z', latitude: 60.1699, longitude: 24.9384, accuracy: 40 },
			{ timestamp: '2026-08-20T11:30:00Z', latitude: 60.183, longitude: 24.951, accuracy: 8 },
		]);
	});

	it('may name its time differently, come in any order, with more fields or fewer', () => {
		expect(
			readFix({ extra: { a: 1 }, longitude: -24.5, time: '2026-08-01', latitude: '-60' }),
		).toEqual({
			timestamp: '2026-08-01',
			latitude: -60,
			longitude: -24.5,
		});
	});

	it.each([
		[90, 180],
		[-90, -180],
	])('may be at %d, %d', (latitude, longitude) => {
		const fix = { timestamp: '2026-08-01T10:00:00Z', latitude, longitude };
		expect(readFix(fix)).toEqual(fix);
	});

	it.each([
		['2026-08-01T10:00:00Z', '10:00'],
		['2026-08-01T10:00:00+02:00', '08:00'],
		['2026-08-01T10:00:00-0230', '12:30'],
	])('of %s has an instant', (timestamp, utc) => {
		expect(readInstant({ timestamp })).toBe(Date.parse(`2026-08-01T${utc}:00Z`));
	});

	it.each(['2026-08-01T10:00:00', '2026-08-01', '2026-08-01 10:00:00-02:00', 'now'])(
		'of %s has none',
		(timestamp) => {
			expect(readInstant({ timestamp })).toBeUndefined();
		},
	);

	it.each([
		{},
		null,
		'text',
		[1],
		{ timestamp: '2026-08-01T10:00:00Z', lat: 60, lng: 24 },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: '', longitude: '' },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: ' ', longitude: ' ' },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: '60,17', longitude: '24,9' },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: 91, longitude: 24 },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: 60, longitude: -181 },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: null, longitude: true },
		{ latitude: 60, longitude: 24 },
	])('is not made up from %p', (element) => {
		expect(readFix(element)).toBeUndefined();
	});
});

describe('the item of a location', () => {
	const fix = { timestamp: '2026-08-01T10:00:00Z', latitude: 60, longitude: 24 };
	const sent = { ...fix, source: 'gps' };

	it.each([
		[sent, true, { deviceId: 12, ...fix }],
		[sent, false, { deviceId: 12, ...sent }],
		[{ lat: 60 }, true, { deviceId: 12, lat: 60 }],
		['here', true, { deviceId: 12, location: 'here' }],
		[[60], false, { deviceId: 12, location: [60] }],
		[null, true, { deviceId: 12, location: null }],
	])('of %p, simplified %p', (element, simplify, item) => {
		expect(toLocationItem(12, element, simplify)).toEqual(item);
	});
});

describe('the request for locations', () => {
	it('is that of the contract', () => {
		expect(locationsRequest(12, { startDate: '2026-11-18' })).toEqual({
			api: 'v2',
			method: 'GET',
			path: '/Device/12/Location',
			query: { startDate: '2026-11-18' },
		});
	});

	it('is answered by a list, or has failed', () => {
		expect(readElements([])).toEqual([]);
		expect(() => readElements({ value: [] })).toThrow(
			expect.objectContaining({
				message: 'Miradore sent something else than a list of locations',
				description: "Check 'Base URL' in the credential, or try again later.",
			}),
		);
	});
});

describe('the selection of fixes', () => {
	const at = (timestamp: string) => ({ timestamp, latitude: 1, longitude: 2 });

	it('keeps what is between two instants, ends included, and what has no readable time', () => {
		const start = at('2026-11-18T10:00:00Z');
		const end = at('2026-11-18T13:00:00+02:00');
		const unknown = [at('2026-11-18T10:30:00'), at('yesterday'), { latitude: 1 }, null];
		const outside = [at('2026-11-18T09:59:59.999Z'), at('2026-11-18T11:00:00.001Z')];
		const period = readPeriod('2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z', 'UTC');
		expect(withinPeriod([...outside, start, ...unknown, end], period)).toEqual([
			start,
			...unknown,
			end,
		]);
	});

	it('takes an end that is not set for open', () => {
		const all = [at('2026-11-17T10:00:00Z'), at('2026-11-19T10:00:00Z')];
		expect(withinPeriod(all, readPeriod('2026-11-18', '', 'UTC'))).toEqual([all[1]]);
		expect(withinPeriod(all, readPeriod('', '2026-11-18', 'UTC'))).toEqual([all[0]]);
	});

	it('finds one of several latest', () => {
		const newest = at('2026-11-18T12:00:00Z');
		expect(latest([newest, at('2026-11-18T14:00:00+02:00')])).toEqual([newest]);
	});

	it('finds the latest by instant, not by order or by text', () => {
		const newest = at('2026-11-18T12:00:00+00:00');
		expect(latest([at('2026-11-18T11:00:00Z'), newest, at('2026-11-18T13:30:00+02:00')])).toEqual([
			newest,
		]);
	});

	it('compares times without an offset with one another', () => {
		const newest = at('2026-11-18T12:00:00');
		expect(latest([newest, at('2026-11-18T11:00:00')])).toEqual([newest]);
	});

	it('keeps all when no time can be read', () => {
		expect(latest([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
	});
});

describe('GeoJSON', () => {
	it('is one FeatureCollection with points, longitude first', () => {
		expect(toFeatureCollection(12, recorded.slice(0, 1), true)).toEqual({
			type: 'FeatureCollection',
			deviceId: 12,
			features: [
				{
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [24.9384, 60.1699] },
					properties: { deviceId: 12, timestamp: '2026-08-01T10:00:00Z', accuracy: 40 },
				},
			],
		});
	});

	it('keeps what Miradore sent when it is not simplified, and elements that have no place', () => {
		const { features } = toFeatureCollection(12, [recorded[0], { where: 'here' }], false) as {
			features: Array<{ geometry: unknown; properties: unknown }>;
		};
		expect(features[0].properties).toEqual({ deviceId: 12, ...recorded[0] });
		expect(features[1]).toEqual({
			type: 'Feature',
			geometry: null,
			properties: { deviceId: 12, where: 'here' },
		});
	});
});
