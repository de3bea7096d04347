import { createFleet, type SimulatedDevice } from './fleet';

const now = new Date('2026-11-20T12:00:00Z');
const fleetOf = (size: number, seed = 1) => createFleet({ size, seed, now }).devices;
const isMobile = ({ platform }: SimulatedDevice) => platform === 'Android' || platform === 'iOS';

test('the same seed makes the same fleet, another seed another', () => {
	expect(fleetOf(24)).toEqual(fleetOf(24));
	expect(fleetOf(24)).not.toEqual(fleetOf(24, 2));
});

test('ids count from 1', () => {
	expect(fleetOf(24).map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
});

test('a fleet of the usual size has every kind of device', () => {
	const devices = fleetOf(24);
	const current = devices.filter(({ status }) => status !== 'Deleted');
	const tracked = current.filter(({ fixes }) => fixes.length > 0);
	const fixes = tracked.flatMap((device) => device.fixes);

	expect(new Set(current.map(({ platform }) => platform)).size).toBe(4);
	expect(devices.length - current.length).toBeGreaterThan(0);
	expect(tracked.length).toBeGreaterThan(5);
	expect(current.some((device) => isMobile(device) && device.fixes.length === 0)).toBe(true);
	expect(new Set(fixes.map(({ latitude }) => typeof latitude))).toEqual(
		new Set(['string', 'number']),
	);
	expect(fixes.some(({ accuracy }) => accuracy === undefined)).toBe(true);
	expect(fixes.some(({ accuracy }) => accuracy !== undefined)).toBe(true);
});

test('only mobile devices report locations', () => {
	const computers = fleetOf(200).filter((device) => !isMobile(device));
	expect(computers.length).toBeGreaterThan(0);
	expect(computers.every(({ fixes }) => fixes.length === 0)).toBe(true);
});

test('reports lie around Helsinki within the fourteen days before now', () => {
	for (const { timestamp, latitude, longitude } of fleetOf(200).flatMap(({ fixes }) => fixes)) {
		expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		const age = now.getTime() - Date.parse(timestamp);
		expect(age).toBeGreaterThanOrEqual(0);
		expect(age).toBeLessThanOrEqual(14 * 24 * 60 * 60 * 1000 + 1000);
		expect(Math.abs(Number(latitude) - 60.17)).toBeLessThan(0.5);
		expect(Math.abs(Number(longitude) - 24.94)).toBeLessThan(1);
	}
});

test('reports are not in order of time', () => {
	const timestamps = fleetOf(1)[0].fixes.map(({ timestamp }) => timestamp);
	expect(timestamps).not.toEqual([...timestamps].sort());
	expect(timestamps).not.toEqual([...timestamps].sort().reverse());
});

test('the reports of a fleet follow its reference time', () => {
	const later = new Date('2027-03-01T00:00:00Z');
	const { fixes } = createFleet({ size: 1, seed: 1, now: later }).devices[0];
	expect(fixes.length).toBeGreaterThan(0);
	expect(fixes.every(({ timestamp }) => timestamp > '2027-02-14')).toBe(true);
});

test('a fleet may have 5,000 devices', () => {
	expect(fleetOf(5000)).toHaveLength(5000);
});
