import type { NodeApiError } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let model: SimulatedDevice;
beforeAll(() => ([model] = simulation.site.fleet.devices));
const fleetOf = (count: number) => {
	simulation.site.fleet.devices = Array.from({ length: count }, (_, index) => ({
		...model,
		id: index + 1,
		status: 'Active',
		fixes: [],
	}));
};
beforeEach(() => fleetOf(3));
const reportAll = () => {
	for (const { fixes } of simulation.site.fleet.devices)
		fixes.push({ timestamp: clock.ago(), latitude: 60, longitude: 24 });
};
/** So many pages of the list, each after a quarter of the time: that for the last request is over behind the third. */
const slowPages = (count: number) => {
	fleetOf(count * 250);
	simulation.site.v1.mostOnPage = 250;
	simulation.site.addFault({ path: /API\/Device/, before: () => clock.pass(minute / 4) });
};

async function publish(budget: number, event = 'locationReported'): Promise<PublishedTrigger> {
	const published = new PublishedTrigger({
		parameters: { event, options: { maxParallelRequests: 1 } },
		credential: credentialOf(simulation.site),
		budget,
	});
	await published.activate();
	return published;
}
function expectTookTooLong({ failures }: PublishedTrigger): void {
	expect(failures.map((error) => (error as NodeApiError & { failure: object }).failure)).toEqual([
		{ cause: 'temporarily-unavailable' },
	]);
	expect(failures[0].message).toContain('Miradore took longer than n8n lets a poll take');
}

describe("A poll that n8n's time ends", () => {
	it.each(['locationReported', 'deviceAdded'])(
		'between two pages of the list says so: %s',
		async (event) => {
			const published = await publish(minute, event);
			slowPages(8);
			await published.poll();
			expectTookTooLong(published);
		},
	);

	it('before it has read any device says so, and loses nothing', async () => {
		const published = await publish(minute);
		slowPages(3);
		reportAll();
		await published.poll();
		expectTookTooLong(published);
		expect(published.delivered).toEqual([]);
		simulation.site.clearFaults();
		simulation.site.fleet.devices.length = 3;
		await published.poll();
		expect(published.delivered).toHaveLength(3);
	});
});

it.each([minute, 36_000, 30_000.5])('A budget of %d milliseconds is kept', async (budget) => {
	const published = await publish(budget);
	reportAll();
	await published.poll();
	expect(published.failures).toEqual([]);
	expect(published.delivered).toHaveLength(3);
});
