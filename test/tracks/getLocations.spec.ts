import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { useClock } from '../trigger/clock';
import { linkTo } from './links';

const simulation = useSite();
const clock = useClock();

beforeEach(() => {
	for (const device of simulation.site.fleet.devices) {
		Object.assign(device, { status: 'Active', fixes: [] });
	}
});

/** Runs Get Locations for the device of each input item. */
const run = (ids: number[], parameters: IDataObject = {}, settings = {}) =>
	execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
		},
		items: ids.map((id) => ({ id })),
		credential: simulation.credential,
		...settings,
	});

const messages = ({ hints }: Awaited<ReturnType<typeof run>>) =>
	hints.map(({ message }) => message);

describe("The option 'Sort'", () => {
	const times = ['2026-11-18T12:00:00Z', '2026-11-18T11:00:00Z', 'soon', '2026-11-18T13:00:00Z'];
	const [noon, eleven, odd, one] = times;

	it.each<[IDataObject, string[]]>([
		[{}, [eleven, noon, one, odd]],
		[{ sort: 'oldestFirst' }, [eleven, noon, one, odd]],
		[{ sort: 'newestFirst' }, [one, noon, eleven, odd]],
		[{ sort: 'asSent' }, times],
	])('%j: by time, and what has none last', async (options, expected) => {
		const body = JSON.stringify(
			times.map((timestamp) => ({ timestamp, latitude: 60, longitude: 25 })),
		);
		simulation.site.addFault({ status: 200, body });
		const { success } = await run([1], { options });
		expect(success.map(({ json }) => json.timestamp)).toEqual(expected);
	});
});

describe('A simplified location', () => {
	it.each([
		[60.1699, 24.9384],
		[-33.8688, -151.2093],
		[0.0000001, 100],
		[10, 20],
	])('has the link of a map with a marker: %d, %d', async (latitude, longitude) => {
		const timestamp = '2026-11-18T12:00:00Z';
		simulation.site.fleet.devices[0].fixes = [{ timestamp, latitude, longitude }];
		const { success } = await run([1]);
		const place = { latitude: Number(latitude.toFixed(6)), longitude };
		expect(success[0].json.mapUrl).toBe(linkTo(place));
	});
});

describe("The filter 'Last Days'", () => {
	const queries = () => simulation.site.requests.map(({ query }) => query);

	it.each([
		['UTC', { startDate: '2026-11-13', endDate: '2026-11-21' }],
		['Pacific/Kiritimati', { startDate: '2026-11-14', endDate: '2026-11-22' }],
		['Pacific/Pago_Pago', { startDate: '2026-11-13', endDate: '2026-11-21' }],
	])(
		'asks for so many days before today as %s has it, and for tomorrow',
		async (timeZone, query) => {
			// It is noon in UTC, and tomorrow in Kiritimati.
			expect(clock.ago()).toBe('2026-11-20T12:00:00.000Z');
			await run([1], { filters: { lastDays: 7 } }, { timeZone });
			expect(queries()).toEqual([query]);
		},
	);

	it('keeps so many times 24 hours with Exact Times', async () => {
		const at = (timestamp: string) => ({ timestamp, latitude: 60, longitude: 25 });
		const [before, within] = [at('2026-11-18T11:59:59Z'), at('2026-11-18T12:00:00Z')];
		simulation.site.fleet.devices[0].fixes = [before, within, at('2026-11-20T12:05:00Z')];
		const parameters = { filters: { lastDays: 2 }, options: { exactTimes: true } };
		const { success } = await run([1], parameters);
		expect(success.map(({ json }) => json.timestamp)).toEqual([
			within.timestamp,
			'2026-11-20T12:05:00Z',
		]);
	});

	it.each([
		[
			{ lastDays: 7, startDate: '2026-11-01' },
			"'Last Days' and 'Start Date' can't be set together",
		],
		[{ lastDays: 7, endDate: '2026-11-01' }, "'Last Days' and 'End Date' can't be set together"],
		[{ lastDays: 0 }, "'Last Days' is not a whole number from 1 to 3650"],
		[{ lastDays: 1.5 }, "'Last Days' is not a whole number"],
	])('is refused as %j before anything is sent', async (filters, message) => {
		const { error } = await run([1], { filters });
		expect(error?.message).toContain(message);
		expect(queries()).toEqual([]);
	});
});

describe('Devices without locations', () => {
	it('are told once a run, each by its number', async () => {
		const one = await run([4]);
		expect(messages(one)).toEqual(['No locations of device 4. Is location tracking on for it?']);
		const several = await run([4, 7, 4, 5], { filters: { lastDays: 3 } });
		expect(messages(several)).toEqual([
			'No locations of 3 devices (4, 7, 5) in this period. Is location tracking on for them?',
		]);
	});

	it('are told only as far as a hint can be read', async () => {
		const ids = Array.from({ length: 30 }, (_, index) => index + 1);
		simulation.site.addFault({ status: 200, body: '[]' });
		const [message] = messages(await run(ids));
		expect(message).toContain('No locations of 30 devices (1, 2,');
		expect(message).toContain('19, 20, …)');
	});

	it('are no devices that could not be read', async () => {
		const outcome = await run([99999], {}, { settings: { onError: 'continueRegularOutput' } });
		expect(messages(outcome)).toEqual([]);
	});
});
