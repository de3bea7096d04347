import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedFix } from '../simulator';
import { hour, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

const inYard = { latitude: 60.17, longitude: 24.94 };
const elsewhere = { latitude: 59.93, longitude: 30.31 };
const yard = { name: 'Yard', center: '60.17, 24.94', radius: 500 };

/** Of a device that has been elsewhere for hours; the second one has no locations. */
let fixes: SimulatedFix[];
const report = (ago: number, place: typeof inYard) =>
	fixes.push({ timestamp: clock.ago(ago), ...place });

beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
	for (const device of devices.slice(0, 2)) device.status = 'Active';
	({ fixes } = devices[0]);
	report(3 * hour, elsewhere);
	report(2 * hour, elsewhere);
});

describe('Locations that cannot be read', () => {
	const publish = async (event: string, parameters: IDataObject = {}) => {
		const published = new PublishedTrigger({
			parameters: { event, areas: { circle: [yard] }, ...parameters },
			credential: credentialOf(simulation.site),
		});
		await published.activate();
		return published;
	};
	const odd = (timestamp: string) => ({ timestamp, ...inYard });
	const messages = ({ failures }: PublishedTrigger) => failures.map(({ message }) => message);

	/** The devices answer with these elements beside their own locations. */
	function send(path: string | RegExp, elements: unknown[]): void {
		simulation.site.clearFaults();
		simulation.site.addFault({ path, status: 200, body: elements });
	}

	it('are told once each, and what was not told before', async () => {
		const published = await publish('locationReported');
		send('/Device/1/Location', [...fixes, odd('11/05/2026')]);
		for (let polls = 0; polls < 3; polls++) await published.poll();
		send('/Device/1/Location', [...fixes, odd('11/05/2026'), odd('11/06/2026')]);
		for (let polls = 0; polls < 3; polls++) await published.poll();
		send('/Device/1/Location', [...fixes, odd('11/06/2026')]);
		await published.poll();
		expect(messages(published)).toEqual([
			"The times of 1 of 3 locations of device 1 can't be read",
			"The times of 2 of 4 locations of device 1 can't be read",
		]);
		expect(published.delivered).toEqual([]);
	});

	it('take no more of the state when there are many, and are told again when they change', async () => {
		const published = await publish('areaEntered');
		const many = (count: number) => Array.from({ length: count }, (_, n) => odd(`day ${n}`));
		for (const count of [2000, 2000, 2001, 2001]) {
			send('/Device/1/Location', [...fixes, ...many(count)]);
			await published.poll();
		}
		expect(messages(published)).toEqual([
			"The times of 2000 of 2002 locations of device 1 can't be read",
			"The times of 2001 of 2003 locations of device 1 can't be read",
		]);
		expect(published.state.length).toBeLessThan(500);
		send('/Device/1/Location', fixes);
		await published.poll();
		expect(published.state).not.toContain('odd');
	});

	it('of one device among others are told once, and the others go on', async () => {
		const published = await publish('areaEntered');
		send('/Device/2/Location', [{ timestamp: clock.ago(), latitude: 0, longitude: 0 }]);
		await published.poll();
		report(0, inYard);
		await published.poll();
		expect(messages(published)).toEqual(["The places of the locations of device 2 can't be read"]);
		expect(published.delivered).toMatchObject([{ area: 'Yard', deviceId: 1 }]);
	});

	it('fail every poll where there are no others, and name the fields', async () => {
		const published = await publish('locationReported');
		const { state } = published;
		send(/Location/, [{ 'when<b>': '11/05/2026', ...inYard }]);
		await published.poll();
		await published.poll();
		expect(messages(published)).toEqual([
			"The times of the locations of device 1 can't be read",
			"The times of the locations of device 1 can't be read",
		]);
		const { description } = published.failures[0] as { description?: string };
		expect(description).toContain('when&#60;b&#62;, latitude, longitude');
		expect(published.state).toBe(state);
	});

	it('are told for all devices at once', async () => {
		const published = await publish('locationReported', { options: { askEveryHours: 0 } });
		send(/Location/, [...fixes, odd('11/05/2026')]);
		await published.poll();
		expect(messages(published)).toEqual([
			"The times of 1 of 3 locations of device 1 can't be read, nor can some of the devices 2",
		]);
	});

	it('keep a workflow from being published for picked devices alone', async () => {
		send('/Device/2/Location', [odd('11/05/2026')]);
		const device = ['1', '2'].map((value) => ({ deviceId: { __rl: true, mode: 'id', value } }));
		const picked = { devices: 'picked', pickedDevices: { device } };
		const message = "The times of the locations of device 2 can't be read";
		await expect(publish('locationReported', picked)).rejects.toThrow(message);
		const published = await publish('locationReported');
		expect(messages(published)).toEqual([]);
		await published.poll();
		expect(messages(published)).toEqual([message]);
	});

	it.each([
		['locationReported', [{ when: 'today' }]],
		['areaEntered', [{ timestamp: '2026-11-20T10:00:00Z', where: 'here' }]],
	])('fail a test run of %s that has no example', async (event, elements) => {
		const published = await publish(event);
		send('/Device/1/Location', elements);
		await expect(published.test()).rejects.toThrow("locations of device 1 can't be read");
	});

	it('come out whole by Location Reported where only their place is odd', async () => {
		const published = await publish('locationReported');
		const element = { timestamp: clock.ago(-minute), where: 'here' };
		clock.pass(10 * minute);
		send('/Device/1/Location', [...fixes, element]);
		await published.poll();
		const { name, userEmail } = simulation.site.fleet.devices[0];
		const whose = { deviceId: 1, deviceName: name, userEmail };
		expect(published.delivered).toEqual([{ ...whose, ...element }]);
		expect(messages(published)).toEqual([]);
	});
});
