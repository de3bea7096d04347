import type { IDataObject } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { day } from './clock';
import { useFleetInTime } from './fleetInTime';
import { idsOf } from './happenings';

const inTime = useFleetInTime();
const { simulation, clock } = inTime;
const trigger = (event: string, parameters: IDataObject = {}) =>
	new PublishedTrigger({
		parameters: { event, ...parameters },
		credential: credentialOf(simulation.site),
	});

describe("'Device Added'", () => {
	it('gives each new device once, as Get Many does', async () => {
		const published = trigger('deviceAdded');
		await published.activate();
		expect(published.delivered).toEqual([]);
		inTime.fleet.push(
			{ ...inTime.fleet[0], id: 100, name: 'New one' },
			{ ...inTime.fleet[1], id: 101 },
		);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(idsOf(published)).toEqual([100, 101]);
		expect(published.delivered[0]).toMatchObject({
			name: 'New one',
			platform: inTime.fleet[0].platform,
		});
	});

	it('does not take for new what a retirement between two pages hid from the first poll', async () => {
		inTime.fleet = simulation.site.fleet.devices = Array.from({ length: 600 }, (_, index) => ({
			...inTime.fleet[0],
			id: index + 1,
		}));
		simulation.site.clearRequests();
		simulation.site.addFault({
			before: () => {
				if (simulation.site.requests.length === 2) inTime.fleet[5].status = 'Deleted';
			},
		});
		const published = trigger('deviceAdded');
		await published.activate();
		for (let polls = 0; polls < 2; polls++) await published.poll();
		expect(published.failures).toEqual([]);
		expect(idsOf(published)).toEqual([]);
		inTime.fleet.push({ ...inTime.fleet[0], id: 601 });
		await published.poll();
		expect(idsOf(published)).toEqual([601]);
	});

	it('does not take a device that comes back for a new one', async () => {
		const published = trigger('deviceAdded');
		await published.activate();
		inTime.fleet[3].status = 'Deleted';
		await published.poll();
		inTime.fleet[3].status = 'Active';
		await published.poll();
		expect(published.delivered).toEqual([]);
	});

	it('gives what Miradore sent without Simplify', async () => {
		const published = trigger('deviceAdded', { simplify: false });
		await published.activate();
		inTime.fleet.push({ ...inTime.fleet[0], id: 100 });
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toMatchObject([{ ID: '100', Status: 'Active', InvDevice: {} }]);
	});
});

describe("'Device Retired'", () => {
	it('gives a device each time that it was retired', async () => {
		inTime.fleet[5].status = 'Deleted';
		const published = trigger('deviceRetired');
		await published.activate();
		for (const status of ['Deleted', 'Deleted', 'Active', 'Deleted'] as const) {
			inTime.fleet[2].status = status;
			await published.poll();
		}
		expect(idsOf(published)).toEqual([3, 3]);
	});

	it('can be about picked devices', async () => {
		const device = [{ deviceId: { __rl: true, mode: 'id', value: '3' } }];
		const published = trigger('deviceRetired', {
			devices: 'picked',
			pickedDevices: { device },
		});
		await published.activate();
		inTime.fleet[2].status = 'Deleted';
		inTime.fleet[3].status = 'Deleted';
		await published.poll();
		expect(idsOf(published)).toEqual([3]);
	});
});

it("Device Retired has no filter 'Status', with which it would never fire", async () => {
	const published = trigger('deviceRetired', {
		devices: 'filters',
		filters: { status: 'Active' },
	});
	await expect(published.activate()).rejects.toThrow("'Filters' has no 'status'");
	expect(simulation.site.requests).toEqual([]);
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
		change(inTime.fleet[4]);
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
