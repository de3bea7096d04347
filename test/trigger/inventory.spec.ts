import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { day, hour, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let fleet: SimulatedDevice[];
let made: string;
beforeAll(() => (made = JSON.stringify(simulation.site.fleet.devices)));
beforeEach(() => {
	fleet = JSON.parse(made) as SimulatedDevice[];
	for (const device of fleet)
		Object.assign(device, { status: 'Active', lastReported: clock.ago() });
	simulation.site.fleet.devices = fleet;
	simulation.site.fleet.now = new Date(clock.now);
});

const pass = (milliseconds: number) => {
	clock.pass(milliseconds);
	simulation.site.fleet.now = new Date(clock.now);
};
const trigger = (event: string, parameters: IDataObject = {}) =>
	new PublishedTrigger({
		parameters: { event, ...parameters },
		credential: credentialOf(simulation.site),
	});
const ids = ({ delivered }: PublishedTrigger) => delivered.map(({ id }) => id);

describe("'Device Added'", () => {
	it('gives each new device once, as Get Many does', async () => {
		const published = trigger('deviceAdded');
		await published.activate();
		expect(published.delivered).toEqual([]);
		fleet.push({ ...fleet[0], id: 100, name: 'New one' }, { ...fleet[1], id: 101 });
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(ids(published)).toEqual([100, 101]);
		expect(published.delivered[0]).toMatchObject({ name: 'New one', platform: fleet[0].platform });
	});

	it('does not take for new what a retirement between two pages hid from the first poll', async () => {
		fleet = simulation.site.fleet.devices = Array.from({ length: 600 }, (_, index) => ({
			...fleet[0],
			id: index + 1,
		}));
		simulation.site.clearRequests();
		simulation.site.addFault({
			before: () => {
				if (simulation.site.requests.length === 2) fleet[5].status = 'Deleted';
			},
		});
		const published = trigger('deviceAdded');
		await published.activate();
		for (let polls = 0; polls < 2; polls++) await published.poll();
		expect(published.failures).toEqual([]);
		expect(ids(published)).toEqual([]);
		fleet.push({ ...fleet[0], id: 601 });
		await published.poll();
		expect(ids(published)).toEqual([601]);
	});

	it('does not take a device that comes back for a new one', async () => {
		const published = trigger('deviceAdded');
		await published.activate();
		fleet[3].status = 'Deleted';
		await published.poll();
		fleet[3].status = 'Active';
		await published.poll();
		expect(published.delivered).toEqual([]);
	});

	it('gives what Miradore sent without Simplify', async () => {
		const published = trigger('deviceAdded', { simplify: false });
		await published.activate();
		fleet.push({ ...fleet[0], id: 100 });
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toMatchObject([{ ID: '100', Status: 'Active', InvDevice: {} }]);
	});
});

describe("'Device Retired'", () => {
	it('gives a device each time that it was retired', async () => {
		fleet[5].status = 'Deleted';
		const published = trigger('deviceRetired');
		await published.activate();
		for (const status of ['Deleted', 'Deleted', 'Active', 'Deleted'] as const) {
			fleet[2].status = status;
			await published.poll();
		}
		expect(ids(published)).toEqual([3, 3]);
	});

	it('can be about picked devices', async () => {
		const device = [{ deviceId: { __rl: true, mode: 'id', value: '3' } }];
		const published = trigger('deviceRetired', { devices: 'picked', pickedDevices: { device } });
		await published.activate();
		fleet[2].status = 'Deleted';
		fleet[3].status = 'Deleted';
		await published.poll();
		expect(ids(published)).toEqual([3]);
	});
});

it("Device Retired has no filter 'Status', with which it would never fire", async () => {
	const published = trigger('deviceRetired', { devices: 'filters', filters: { status: 'Active' } });
	await expect(published.activate()).rejects.toThrow("'Filters' has no 'status'");
	expect(simulation.site.requests).toEqual([]);
});

describe("'Device Not Reporting'", () => {
	const silent = () => trigger('deviceSilent', { notReportedForDays: 7 });

	it('gives a device once for each silence', async () => {
		fleet[1].lastReported = clock.ago(20 * day);
		const published = silent();
		await published.activate();
		fleet[2].lastReported = clock.ago(6 * day);
		await published.poll();
		expect(published.delivered).toEqual([]);

		for (const device of fleet) if (device.id > 3) device.lastReported = clock.ago(-300 * day);
		fleet[0].lastReported = clock.ago(-300 * day);
		pass(day + hour);
		await published.poll();
		await published.poll();
		expect(ids(published)).toEqual([3]);

		fleet[2].lastReported = clock.ago();
		await published.poll();
		pass(8 * day);
		await published.poll();
		published.lose();
		await published.poll();
		expect(ids(published)).toEqual([3, 3]);
	});

	/** As Miradore writes dates by itself, but to the minute. */
	const toTheMinute = (date: Date) => {
		const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(date.toISOString())!;
		return `${day}.${month}.${year} ${time}`;
	};

	it.each([undefined, toTheMinute])(
		'counts a device that never reported from when it was made (%#)',
		async (dates) => {
			const { site } = simulation;
			const form = site.v1;
			site.v1 = { ...form, dates };
			const published = silent();
			// Early in a month, so that day and month can be mistaken for each other.
			pass(15 * day);
			for (const device of fleet) device.lastReported = clock.ago(-300 * day);
			await published.activate();
			Object.assign(fleet[1], { lastReported: undefined, created: clock.ago(8 * day) });
			Object.assign(fleet[2], { lastReported: undefined, created: clock.ago(3 * day) });
			await published.poll();
			expect(ids(published)).toEqual([2]);
			site.v1 = form;
		},
	);
});

describe('A test run', () => {
	it.each<[string, (device: SimulatedDevice) => void, IDataObject]>([
		['deviceAdded', (device) => (device.created = clock.ago()), {}],
		['deviceRetired', (device) => (device.status = 'Deleted'), {}],
		[
			'deviceChanged',
			(device) => (device.modified = clock.ago()),
			{ changes: [{ attribute: 'OSVersionName', label: 'OS Version', from: null }] },
		],
		['deviceSilent', (device) => (device.lastReported = clock.ago(9 * day)), {}],
	])('of %s gives the latest example', async (event, change, details) => {
		change(fleet[4]);
		const published = trigger(event);
		const items = await published.test();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({ id: 5, ...details });
		expect(published.state).toBe('{}');
	});

	it('says so when there is none', async () => {
		await expect(trigger('deviceRetired').test()).rejects.toThrow('No device was retired');
	});
});
