import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { credentialOf, useSite } from './core/site';
import { PublishedTrigger } from './core/trigger';
import { locationShapes, writeLocations, type LocationShape, type SimulatedFix } from './simulator';
import { linkTo } from './tracks/links';
import { hour, minute, useClock } from './trigger/clock';

const simulation = useSite();
const clock = useClock();

const inYard = { latitude: 60.17, longitude: 24.94 };
const elsewhere = { latitude: 59.93, longitude: 30.31 };
const yard = { name: 'Yard', center: '60.17, 24.94', radius: 500 };

/** A device that has been elsewhere for hours; the second one has no locations. */
let fixes: SimulatedFix[];
const report = (ago: number, place: typeof inYard) =>
	fixes.push({ timestamp: clock.ago(ago).replace('.000', ''), ...place });

beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
	for (const device of devices.slice(0, 2)) device.status = 'Active';
	({ fixes } = devices[0]);
	report(3 * hour, elsewhere);
	report(2 * hour, elsewhere);
});

/** The locations that are sent, and what is known of each. */
function sentOf(shape: LocationShape) {
	const sent = writeLocations(fixes, shape);
	return sent.map((element, index) => {
		const isUsual = shape.isFirstOnly && index > 0;
		return {
			fix: fixes[fixes.length - sent.length + index],
			raw: { deviceId: 1, ...(isObject(element) ? element : { location: element }) },
			time: isUsual ? undefined : shape.time,
			place: isUsual ? undefined : shape.place,
		};
	});
}
type Sent = ReturnType<typeof sentOf>[number];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What Simplify makes of a location. */
function simplifiedOf({ fix, raw, time, place }: Sent, shape: LocationShape): object {
	if (time === 'none' || place) return raw;
	const { latitude, longitude } = fix;
	const timestamp = time === 'local' ? fix.timestamp.slice(0, -1) : inUtc(fix.timestamp);
	const mapUrl = linkTo(fix);
	return { deviceId: 1, timestamp, latitude, longitude, ...shape.extra, mapUrl };
}

/** The moment in ISO 8601 in UTC, with fractions of a second or not. */
const inUtc = (timestamp: string) =>
	expect.stringMatching(new RegExp(`^${timestamp.replace('Z', '(\\.0+)?Z$')}`)) as string;

const all = Object.entries(locationShapes);
const lists = all.filter(([, { list }]) => !list);
const cannotRead = "fields that this node doesn't know or can't read";

const noLocations = 'No locations of device 1. Is location tracking on for it?';

const refused = /something else than a list of locations|A web page came/;

/** What the names of an element's fields are called in a message. */
function namesOf(element: unknown): string[] {
	if (!isObject(element)) return [element === null ? '(null)' : '(text)'];
	return Object.keys(element);
}

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

it('there are at least 45 shapes, and the table of miradore-api.md has each of them once', () => {
	const page = readFileSync(path.join(__dirname, '../docs/miradore-api.md'), 'utf8');
	const [table] = /^\| Shapes [^]*?\n\n/m.exec(page) ?? [''];
	const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
	const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
	expect(all.length).toBeGreaterThanOrEqual(45);
	expect(names.sort()).toEqual(Object.keys(locationShapes).sort());
});

describe('Get Locations', () => {
	it.each(lists)('simplifies %s', async (name, shape) => {
		const sent = sentOf(shape);
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
		expect(items).toEqual(sentOf(shape).map(({ raw }) => raw));
	});

	it.each(lists)('keeps the latest of %s, and what may be later', async (name, shape) => {
		const sent = sentOf(shape);
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
		const sent = sentOf(shape);
		const filters = { startDate: clock.ago(2.5 * hour), endDate: clock.ago(1.5 * hour) };
		const options = { exactTimes: true };
		const { items, hints } = await getLocations(name, options, { filters, simplify: false });
		const answered = sent.filter(({ time, fix }) => time ?? fix === fixes[1]);
		expect(items).toEqual(answered.map(({ raw }) => raw));
		const isTold = hints.some((hint) => hint.includes("'Exact Times' can't judge"));
		expect(isTold).toBe(sent.some(({ time }) => time));
	});

	it.each(lists)('makes GeoJSON of %s', async (name, shape) => {
		const sent = sentOf(shape);
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

describe.each(['locationReported', 'areaEntered'])('%s', (event) => {
	it.each(all)('reads %s, or tells', async (name, shape) => {
		simulation.site.locationShape = name;
		const published = new PublishedTrigger({
			parameters: { event, areas: { circle: [yard] } },
			credential: credentialOf(simulation.site),
		});
		const failures = await published.activate().then(
			() => published.failures,
			(error: Error) => [error],
		);
		clock.pass(10 * minute);
		report(0, inYard);
		const isLost = shape.time === 'none' || (event === 'areaEntered' && shape.place);
		if (shape.list === 'refused') {
			// The device without locations may have been read: then the first poll tells.
			if (failures.length === 0) await published.poll();
			expect(failures[0].message).toMatch(refused);
		} else if (shape.list === 'none' || shape.keeps === 0) {
			for (let polls = 0; polls < 3; polls++) await published.poll();
			expect(published.delivered).toEqual([]);
			const told = shape.list === 'none' ? [expect.stringContaining('Miradore sent nothing')] : [];
			expect(failures.map(({ message }) => message)).toEqual(told);
		} else if (isLost && !shape.isFirstOnly) {
			expect(failures).toHaveLength(1);
			expect(failures[0].message).toContain("locations of device 1 can't be read");
			const { description } = failures[0] as { description?: unknown };
			for (const name of namesOf(writeLocations(fixes, shape)[0])) {
				expect(description).toContain(name);
			}
		} else {
			await published.poll();
			await published.poll();
			expect(published.delivered).toHaveLength(1);
			const [item] = published.delivered;
			const [newest] = sentOf(shape).slice(-1);
			const simplified = simplifiedOf(newest, shape);
			expect(item).toMatchObject(simplified);
			expect(published.failures).toHaveLength(isLost ? 1 : 0);
			expect(published.failures.map(({ message }) => message)).toEqual(
				isLost ? [expect.stringContaining("locations of device 1 can't be read")] : [],
			);
		}
	});
});
