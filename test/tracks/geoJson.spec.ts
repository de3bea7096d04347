import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toFeatureCollection } from '../../nodes/Miradore/tracks/geoJson';

const recorded = JSON.parse(
	readFileSync(path.join(__dirname, '../fixtures/v2-location.synthetic.json'), 'utf8'),
) as object[];

const collect = (elements: unknown[], simplify = true) =>
	toFeatureCollection([{ deviceId: 12, elements, simplify }]);

describe('GeoJSON', () => {
	it('is one FeatureCollection with points, longitude first', () => {
		expect(collect(recorded.slice(0, 1))).toEqual({
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

	it('joins the points by a line, the oldest first', () => {
		const at = (hour: number) => ({
			timestamp: `2026-11-18T${hour}:00:00Z`,
			latitude: 60,
			longitude: hour,
		});
		const { features } = collect([at(12), at(10), { lat: 1, lng: 2, when: 'today' }, at(11)]);
		expect(features).toHaveLength(5);
		expect((features as object[])[4]).toEqual({
			type: 'Feature',
			geometry: {
				type: 'LineString',
				coordinates: [
					[10, 60],
					[11, 60],
					[12, 60],
				],
			},
			properties: {
				deviceId: 12,
				from: '2026-11-18T10:00:00Z',
				to: '2026-11-18T12:00:00Z',
			},
		});
	});

	it('can be of several devices, and has their names where they are known', () => {
		const elements = recorded.slice(0, 1);
		const devices = [
			{ deviceId: 12, deviceName: 'Phone', elements, simplify: true },
			{ deviceId: 13, elements, simplify: true },
		];
		const { features, ...rest } = toFeatureCollection(devices);
		expect(rest).toEqual({ type: 'FeatureCollection' });
		expect(features).toMatchObject([
			{ properties: { deviceId: 12, deviceName: 'Phone' } },
			{ properties: { deviceId: 13 } },
		]);
	});

	it('has the point of a place whose time cannot be read', () => {
		const element = { timestamp: 'today', lat: '60,5', lng: '24,5' };
		expect(collect([element]).features).toEqual([
			{
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [24.5, 60.5] },
				properties: { deviceId: 12, ...element },
			},
		]);
	});

	it('keeps what Miradore sent when it is not simplified, and elements that have no place', () => {
		const { features } = collect([recorded[0], { where: 'here' }], false);
		expect(features).toEqual([
			expect.objectContaining({ properties: { deviceId: 12, ...recorded[0] } }),
			{ type: 'Feature', geometry: null, properties: { deviceId: 12, where: 'here' } },
		]);
	});
});
