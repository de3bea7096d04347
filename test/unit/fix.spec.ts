import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFix, readInstant, toLocationItem } from '../../nodes/Miradore/locations/fix';
import { linkTo } from '../tracks/links';

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

	it('has the address, and no accuracy that can be two', () => {
		const at = { timestamp: '2026-08-01T10:00:00Z', latitude: 60, longitude: 24 };
		const address = { streetAddress: 'Aleksanterinkatu 1', zipCode: '00100', city: 'Helsinki' };
		expect(readFix({ ...at, ...address, country: null, accuracy: '1,234' })).toEqual({
			...at,
			...address,
		});
		expect(readFix({ ...at, accuracy: '12,5' })).toEqual({ ...at, accuracy: 12.5 });
	});

	it('takes its own fields before those of objects within, and the known names in their order', () => {
		const position = { latitude: 1, longitude: 2, timestamp: '2026-08-02' };
		const own = { created: '2026-08-03', Timestamp: '2026-08-01', latitude: 60, longitude: 24 };
		const fix = { timestamp: '2026-08-01', latitude: 60, longitude: 24 };
		expect(readFix({ position, ...own })).toEqual(fix);
		expect(readFix({ ...own, latitude: null, longitude: ' ', position })).toEqual({
			...fix,
			latitude: 1,
			longitude: 2,
		});
	});

	it('knows who reported it from when', () => {
		const element = { reportedBy: 'GPS 5', reportedAt: '2026-08-01T10:00:00Z', lat: 60, lon: 24 };
		expect(readFix(element)?.timestamp).toBe('2026-08-01T10:00:00Z');
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
		['2026-08-01 10:00:00-02:00', '12:00'],
	])('of %s has an instant', (timestamp, utc) => {
		expect(readInstant({ timestamp })).toBe(Date.parse(`2026-08-01T${utc}:00Z`));
	});

	it.each(['2026-08-01T10:00:00', '2026-08-01', '01.08.2026 10:00:00', 'now'])(
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
		{ timestamp: '2026-08-01T10:00:00Z', y: 60, x: 24 },
		{ timestamp: '2026-08-01T10:00:00Z', lat: 0, lng: '0' },
		{ timestamp: '2026-08-01T10:00:00Z', location: 'Helsinki', coordinates: '60.1,24.9' },
		{ timestamp: '2026-08-01T10:00:00Z', coordinates: [24] },
		{ timestamp: '2026-08-01T10:00:00Z', coordinates: [60, 100] },
		{ timestamp: '2026-08-01T10:00:00Z', place: { latitude: 60, longitude: 24 } },
		{ timestamp: '11/05/2026 10:00', latitude: 60, longitude: 24 },
		{ timestamp: 'today', created: '2026-08-01T10:00:00Z', latitude: 60, longitude: 24 },
		{ reportedAt: '2026-08-01T10:00:00Z', reportedOn: '2026-08-02', lat: 60, lon: 24 },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: '', longitude: '' },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: ' ', longitude: ' ' },
		{ timestamp: '2026-08-01T10:00:00Z', latitude: '60,1,7', longitude: '24,9' },
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
		[sent, true, { deviceId: 12, ...fix, mapUrl: linkTo(fix) }],
		[sent, false, { deviceId: 12, ...sent }],
		[{ lat: 60 }, true, { deviceId: 12, lat: 60 }],
		['here', true, { deviceId: 12, location: 'here' }],
		[[60], false, { deviceId: 12, location: [60] }],
		[null, true, { deviceId: 12, location: null }],
	])('of %p, simplified %p', (element, simplify, item) => {
		expect(toLocationItem(12, element, simplify)).toEqual(item);
	});
});
