import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

const simulation = useSite();
useClock();

const count = 600;
let pattern: SimulatedDevice;
let published: PublishedTrigger;

beforeAll(() => ([pattern] = simulation.site.fleet.devices));
beforeEach(async () => {
	const { site } = simulation;
	site.v1 = { wrapsLists: true, usesNamespace: false, countOn: 'Items' };
	site.fleet.devices = Array.from({ length: count }, (_, index) => ({
		...pattern,
		id: index + 1,
		name: `Phone ${index + 1}`,
		status: 'Active',
	}));
	published = new PublishedTrigger({
		parameters: { event: 'deviceChanged', watch: ['status'], options: { maxRetries: 0 } },
		credential: credentialOf(site),
	});
	await published.activate();
	site.clearRequests();
});

const change = (...ids: number[]) => {
	for (const id of ids) simulation.site.fleet.devices[id - 1].status = 'New';
};
const selects = () => simulation.site.requests.map(({ query }) => String(query.select));
const toldIds = () => published.delivered.map(({ id }) => id);

it('A poll that finds nothing reads no more than what tells so', async () => {
	await published.poll();
	expect(new Set(selects())).toEqual(new Set(['ID,Status']));
	expect(published.failures).toEqual([]);
});

it('Only devices that changed are read whole, many with one short request', async () => {
	const changed = Array.from({ length: 80 }, (_, index) => 1 + 7 * index);
	change(...changed);
	await published.poll();
	const { requests, apiKey } = simulation.site;
	const whole = requests.filter(({ query }) => String(query.select).includes('InvDevice'));
	expect(whole.length).toBeLessThan(4);
	for (const { url } of whole) {
		expect(url).toContain(encodeURIComponent(apiKey));
		expect(url.length).toBeLessThan(2000);
	}
	expect(toldIds()).toEqual(changed);
	expect(published.delivered[1]).toMatchObject({
		name: 'Phone 8',
		changes: [{ from: 'Active', to: 'New' }],
	});
});

it('Where most have changed, the list is read whole', async () => {
	change(...Array.from({ length: count }, (_, index) => index + 1));
	await published.poll();
	expect(toldIds()).toHaveLength(count);
	expect(simulation.site.requests.length).toBeLessThan(10);
});

it.each(['refused', 'lastAlone'] as const)(
	'A site on which several ids are %s gives the devices with the list',
	async (alternatives) => {
		simulation.site.v1.alternatives = alternatives;
		change(3, 599);
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(toldIds()).toEqual([3, 599]);
	},
);

it('A device that is gone before it was read whole is told when it is back', async () => {
	const { fleet } = simulation.site;
	const [, gone] = fleet.devices;
	change(2, 4);
	let requests = 0;
	simulation.site.addFault({
		before: () => {
			requests += 1;
			if (requests > selects().filter((select) => select === 'ID,Status').length)
				fleet.devices = fleet.devices.filter(({ id }) => id !== 2);
		},
	});
	await published.poll();
	expect(toldIds()).toEqual([4]);
	simulation.site.clearFaults();
	fleet.devices = [gone, ...fleet.devices];
	await published.poll();
	expect(toldIds()).toEqual([4, 2]);
});

it('What another poll tells meanwhile is not told again', async () => {
	change(2);
	simulation.site.addFault({
		before: () => {
			if (selects().at(-1) === 'ID,Status') return;
			simulation.site.clearFaults();
			return published.poll();
		},
	});
	await published.poll();
	expect(toldIds()).toEqual([2]);
});
