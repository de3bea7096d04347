import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { linkTo } from '../tracks/links';
import { day, hour, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let phones: SimulatedDevice[];
beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Active' });
	phones = devices.slice(0, 3);
});

const report = (device: SimulatedDevice, ago = 0, latitude = 60) =>
	device.fixes.push({ timestamp: clock.ago(ago), latitude, longitude: 24.5 });
const trigger = (parameters = {}) =>
	new PublishedTrigger({
		parameters: { event: 'locationReported', ...parameters },
		credential: credentialOf(simulation.site),
	});
/** A device, its name and its user. */
const whose = (id: number) => {
	const { name, userEmail } = phones[id - 1];
	return { deviceId: id, deviceName: name, userEmail };
};
/** A place with the link to it. */
const place = (latitude: number) => ({
	latitude,
	longitude: 24.5,
	mapUrl: linkTo({ latitude, longitude: 24.5 }),
});
const told = ({ delivered }: PublishedTrigger) =>
	delivered.map(({ deviceId, latitude }) => [deviceId, latitude]);

describe("'Location Reported'", () => {
	it('gives each new location once, the oldest first', async () => {
		const [one, two] = phones;
		report(one, hour, 59);
		const published = trigger();
		await published.activate();
		expect(published.delivered).toEqual([]);

		clock.pass(10 * minute);
		report(one, 0, 61);
		report(two, minute, 62);
		report(one, 2 * minute, 63);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toEqual([
			{ ...whose(1), timestamp: clock.ago(2 * minute), ...place(63) },
			{ ...whose(2), timestamp: clock.ago(minute), ...place(62) },
			{ ...whose(1), timestamp: clock.ago(), ...place(61) },
		]);
	});

	it('gives locations that come late, also with the time of a known one', async () => {
		const [one] = phones;
		const published = trigger();
		await published.activate();
		report(one, 0, 61);
		await published.poll();
		report(one, 5 * hour, 62);
		report(one, 0, 63);
		await published.poll();
		await published.poll();
		expect(told(published)).toEqual([
			[1, 61],
			[1, 62],
			[1, 63],
		]);
	});

	it('knows 8 locations of a device and what is newer, however often it reports', async () => {
		const [one] = phones;
		for (let ago = 0; ago < 20; ago++) report(one, ago * minute, ago);
		const published = trigger();
		await published.activate();
		report(one, 7 * minute - 1, 61);
		report(one, 8 * minute, 62);
		await published.poll();
		expect(told(published)).toEqual([[1, 61]]);
	});

	it('gives what a device that was offline for days sends at last', async () => {
		const [one] = phones;
		report(one, minute, 60);
		const published = trigger();
		await published.activate();
		clock.pass(5 * day);
		await published.poll();
		report(one, 5 * day - hour, 61);
		report(one, 0, 62);
		await published.poll();
		expect(told(published)).toEqual([
			[1, 61],
			[1, 62],
		]);
	});

	it('can be about picked devices, without reading a list', async () => {
		const device = [{ deviceId: { __rl: true, mode: 'id', value: '2' } }];
		const published = trigger({ devices: 'picked', pickedDevices: { device } });
		await published.activate();
		phones.forEach((phone) => report(phone, 0, 60 + phone.id));
		await published.poll();
		expect(told(published)).toEqual([[2, 62]]);
		expect(simulation.site.requests.map(({ api }) => api)).toEqual(['v2', 'v2']);
	});

	it('can be about devices that match the filters of Get Many', async () => {
		const published = trigger({ devices: 'filters', filters: { platform: phones[1].platform } });
		await published.activate();
		phones.forEach((phone) => report(phone, 0, 60 + phone.id));
		await published.poll();
		const matching = phones.filter(({ platform }) => platform === phones[1].platform);
		expect(told(published)).toEqual(matching.map(({ id }) => [id, 60 + id]));
		expect(simulation.site.requests[0].query.filters).toContain('Platform eq ');
	});

	it('gives all that Miradore sent without Simplify', async () => {
		const published = trigger({ simplify: false });
		await published.activate();
		const sent = { timestamp: clock.ago(), latitude: '60.1', longitude: '24', source: 'GPS' };
		phones[0].fixes.push(sent);
		await published.poll();
		expect(published.delivered).toEqual([{ deviceId: 1, ...sent }]);
	});
});

describe('A test run', () => {
	it('gives the latest location of the last 7 days, and touches no cursor', async () => {
		phones.forEach((phone) => report(phone, phone.id * day, 60 + phone.id));
		report(phones[2], 10 * day, 70);
		const published = trigger();
		const items = await published.test();
		expect(items.map(({ json }) => [json.deviceId, json.latitude])).toEqual([[1, 61]]);
		expect(published.state).toBe('{}');
	});

	it('says so when there is none', async () => {
		await expect(trigger().test()).rejects.toThrow(
			'None of the devices that reported last had a location in the last 7 days',
		);
	});
});
