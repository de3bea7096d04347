import type { NodeApiError } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';

const simulation = useSite();

let made: SimulatedDevice[];
beforeAll(() => (made = simulation.site.fleet.devices));
beforeEach(() => {
	simulation.site.latency = 0;
	simulation.site.v1.mostOnPage = 250;
	fleetOf(3);
});

const fleetOf = (count: number) => {
	simulation.site.fleet.devices = Array.from({ length: count }, (_, index) => ({
		...made[0],
		id: index + 1,
		status: 'Active',
		fixes: [],
	}));
};
/** A list of so many pages, each after 150 milliseconds: two thirds of 900 are over behind the fourth. */
const slowPages = (count: number) => {
	fleetOf(count * 250);
	simulation.site.latency = 150;
};
const plenty = 60_000;
/** Publishes with plenty of time for a poll, and polls with as little as is said. */
async function pollWithin(budget: number, prepare: () => unknown, event = 'locationReported') {
	const published = new PublishedTrigger({
		parameters: { event, options: { maxParallelRequests: 1 } },
		credential: credentialOf(simulation.site),
		budget: plenty,
	});
	await published.activate();
	prepare();
	published.settings.budget = budget;
	await published.poll();
	published.settings.budget = plenty;
	simulation.site.clearFaults();
	simulation.site.latency = 0;
	return published;
}
const reportAll = () => {
	for (const { fixes } of simulation.site.fleet.devices)
		fixes.push({ timestamp: new Date().toISOString(), latitude: 60, longitude: 24 });
};
const failureOf = ({ failures }: PublishedTrigger) => {
	expect(failures).toHaveLength(1);
	const { message, failure } = failures[0] as NodeApiError & { failure: object };
	return [message, failure];
};
const noTime = 'Miradore took longer than n8n lets a poll take';

describe("A poll that n8n's time ends", () => {
	it.each([
		[503, {}, 'Miradore is not available', { cause: 'temporarily-unavailable' }],
		[429, { 'retry-after': '5' }, 'Miradore', { cause: 'rate-limited', retryAfterMs: 5000 }],
	])('while it waits to ask for the list again tells the %i', async (...row) => {
		const [status, headers, message, cause] = row;
		const fault = { path: /API\/Device/, status, headers };
		const published = await pollWithin(200, () => simulation.site.addFault(fault));
		expect(failureOf(published)).toEqual([expect.stringContaining(message), cause]);
	});

	it.each(['locationReported', 'deviceAdded'])(
		'between two pages of the list says so: %s',
		async (event) => {
			const published = await pollWithin(900, () => slowPages(8), event);
			expect(failureOf(published)).toEqual([
				expect.stringContaining(noTime),
				{ cause: 'temporarily-unavailable' },
			]);
		},
	);

	it('before it has read any device says so, and loses nothing', async () => {
		const published = await pollWithin(900, () => {
			slowPages(4);
			reportAll();
		});
		expect(failureOf(published)).toEqual([
			expect.stringContaining(noTime),
			{ cause: 'temporarily-unavailable' },
		]);
		expect(published.delivered).toEqual([]);
		simulation.site.fleet.devices.length = 3;
		await published.poll();
		expect(published.delivered).toHaveLength(3);
	});

	it('while it waits to ask for the devices again tells why', async () => {
		const published = await pollWithin(300, () =>
			simulation.site.addFault({ path: /Location/, status: 503 }),
		);
		expect(failureOf(published)).toEqual([
			expect.stringContaining('Miradore is not available'),
			{ cause: 'temporarily-unavailable' },
		]);
	});
});

it.each([40_000, 4000, 2500.5])('A budget of %d milliseconds is kept', async (budget) => {
	const published = await pollWithin(budget, reportAll);
	expect(published.failures).toEqual([]);
	expect(published.delivered).toHaveLength(3);
});
