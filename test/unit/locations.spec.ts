import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toFeatureCollection } from '../../nodes/Miradore/locations/geoJson';
import { readPeriod } from '../../nodes/Miradore/locations/period';
import { locationsRequest, readElements } from '../../nodes/Miradore/locations/request';
import { latest, withinPeriod } from '../../nodes/Miradore/locations/select';

const recorded = JSON.parse(
	readFileSync(path.join(__dirname, '../fixtures/v2-location.synthetic.json'), 'utf8'),
) as object[];

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
			}) as Error,
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
		expect(withinPeriod(all, readPeriod('2026-11-18', undefined, 'UTC'))).toEqual([all[1]]);
		expect(withinPeriod(all, readPeriod(undefined, '2026-11-18', 'UTC'))).toEqual([all[0]]);
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
