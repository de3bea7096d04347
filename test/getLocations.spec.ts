import { execute } from './core/execute';
import { useSite } from './core/site';
import { linkTo } from './tracks/links';

const simulation = useSite();

/** Runs Get Locations for the device of each input item. */
const getLocations = (ids: number[], parameters = {}, settings = {}) =>
	execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
		},
		items: ids.map((id) => ({ id, day: '2026-11-18' })),
		credential: simulation.credential,
		...settings,
	});

const fixes = [
	{ timestamp: '2026-11-18T09:00:00Z', latitude: '60.1', longitude: '24.9', accuracy: 40 },
	{
		accuracy: 8,
		longitude: 24.8,
		latitude: 60.2,
		timestamp: '2026-11-18T12:00:00Z',
		source: 'gps',
	},
	{ timestamp: '2026-11-17T23:00:00Z', latitude: 60.3, longitude: 24.7 },
];
/** The same, the oldest first. */
const simplified = [
	{ deviceId: 1, timestamp: '2026-11-17T23:00:00Z', latitude: 60.3, longitude: 24.7 },
	{ deviceId: 1, timestamp: '2026-11-18T09:00:00Z', latitude: 60.1, longitude: 24.9, accuracy: 40 },
	{ deviceId: 1, timestamp: '2026-11-18T12:00:00Z', latitude: 60.2, longitude: 24.8, accuracy: 8 },
].map((fix) => ({ ...fix, mapUrl: linkTo(fix) }));
const sent = [fixes[2], fixes[0], fixes[1]].map((fix) => ({ deviceId: 1, ...fix }));
const noneOf = (devices: string) =>
	`No locations of ${devices}. Is location tracking on for ${devices.includes('devices') ? 'them' : 'it'}?`;

beforeEach(() => {
	const answers: Record<number, unknown[]> = { 1: fixes, 2: [], 3: [fixes[2]] };
	for (const device of simulation.site.fleet.devices) {
		device.status = 'Active';
		device.fixes = (answers[device.id] ?? []) as typeof device.fixes;
	}
});

const queries = () => simulation.site.requests.map(({ query }) => query);
const days = { startDate: '2026-11-17', endDate: '2026-11-18' };

describe('Get Locations', () => {
	it('gives many items, none or one for a device, in order and linked', async () => {
		const { success, hints } = await getLocations([1, 2, 3]);
		expect(success.map(({ json }) => json)).toEqual([
			...simplified,
			{ ...simplified[0], deviceId: 3 },
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
			{ item: 2 },
		]);
		expect(hints.map(({ message }) => message)).toEqual([noneOf('device 2')]);
	});

	it('asks for all without dates, and for days in the zone of the workflow with them', async () => {
		await getLocations([1]);
		await getLocations(
			[1],
			{ filters: { startDate: '2026-11-17T22:30:00Z', endDate: '={{ $json.day }}' } },
			{ timeZone: 'Europe/Helsinki' },
		);
		expect(queries()).toEqual([{}, { startDate: '2026-11-18', endDate: '2026-11-18' }]);
	});

	it('reads options with an expression anew for each item', async () => {
		const options = { latestOnly: '={{ $json.id === 1 }}' };
		const { success } = await getLocations([1, 1, 3], { options });
		const all = await getLocations([3, 1], { options: { latestOnly: '={{ $json.id === 3 }}' } });
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(all.success).toHaveLength(4);
	});

	it('takes a DateTime from an expression', async () => {
		const filters = {
			startDate: "={{ DateTime.fromISO('2026-11-17T22:30:00Z') }}",
			endDate: "={{ DateTime.fromISO('2026-11-19T22:30:00Z').toJSDate() }}",
		};
		await getLocations([1], { filters }, { timeZone: 'Europe/Helsinki' });
		expect(queries()).toEqual([{ startDate: '2026-11-18', endDate: '2026-11-20' }]);
	});

	it.each([
		[
			{ startDate: '2026-11-18', endDate: '2026-11-17' },
			"'End Date' is before 'Start Date' [item 0]",
		],
		[{ startDate: 'yesterday' }, "'Start Date' is not a date: yesterday [item 0]"],
		[{ endDate: '2026-02-30' }, "'End Date' is not a date: 2026-02-30 [item 0]"],
	])('refuses %p before any request', async (filters, message) => {
		const { error } = await getLocations([1], { filters });
		expect(error?.message).toBe(message);
		expect(simulation.site.requests).toEqual([]);
	});

	it('gives what Miradore sent when it is not simplified', async () => {
		const { success } = await getLocations([1], { simplify: false, filters: days });
		expect(success.map(({ json }) => json)).toEqual(sent);
	});

	it('passes unknown elements on untouched, and says so', async () => {
		const elements = [{ position: { lat: 60 } }, 'text'];
		simulation.site.addFault({ status: 200, body: JSON.stringify(elements) });
		const { success, hints } = await getLocations([1]);
		expect(success.map(({ json }) => json)).toEqual([
			{ deviceId: 1, position: { lat: 60 } },
			{ deviceId: 1, location: 'text' },
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			"Miradore sent locations with fields that this node doesn't know or can't read (position.lat, (text)); they are passed on as they came.",
		]);
	});

	it('keeps only the latest', async () => {
		const { success } = await getLocations([1, 2, 3], { options: { latestOnly: true } });
		expect(success.map(({ json }) => json)).toEqual([
			simplified[2],
			{ ...simplified[0], deviceId: 3 },
		]);
	});

	it('takes the text "false" for off, as an expression may give it', async () => {
		const off = '={{ "false" }}';
		const { success } = await getLocations([1], { options: { latestOnly: off }, simplify: off });
		expect(success.map(({ json }) => json)).toEqual(sent);
	});

	it('keeps only exact times: it asks for the covering days and drops the rest', async () => {
		const filters = { startDate: '2026-11-18T10:00:00', endDate: '2026-11-18T14:00:00' };
		const options = { exactTimes: true };
		const { success } = await getLocations(
			[1],
			{ filters, options },
			{ timeZone: 'Europe/Helsinki' },
		);
		expect(queries()).toEqual([{ startDate: '2026-11-17', endDate: '2026-11-20' }]);
		expect(success.map(({ json }) => json)).toEqual(simplified.slice(1));
	});

	it('keeps a time without a zone when asked for exact times, and says so', async () => {
		const unclear = { timestamp: '2026-11-18T10:00:00', latitude: 60, longitude: 24 };
		simulation.site.addFault({ status: 200, body: JSON.stringify([unclear]) });
		const filters = { startDate: '2026-11-17T10:00:00Z', endDate: '2026-11-17T11:00:00Z' };
		const { success, hints } = await getLocations([1], { filters, options: { exactTimes: true } });
		expect(success.map(({ json }) => json)).toEqual([
			{ deviceId: 1, ...unclear, mapUrl: linkTo(unclear) },
		]);
		expect(hints[0].message).toContain('a time without a time zone');
	});

	it.each(['{"total": 0}', 'OK', '[{"timestamp": "2026-11-18T'])(
		'takes an answer that is no list for a failure, not for no locations: %p',
		async (body) => {
			simulation.site.addFault({ status: 200, body });
			const { error } = await getLocations([1]);
			expect(error).toMatchObject({
				name: 'NodeApiError',
				message: 'Device 1: Miradore sent something else than a list of locations [item 0]',
			});
		},
	);

	it('says nothing about commands when a read fails', async () => {
		const { error } = await getLocations([1, 99999]);
		expect(error?.message).toBe('Device 99999: Miradore did not find it (404) [item 1]');
		expect(error?.description).not.toContain('Not sent');
	});
});
