import type { NodeApiError } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { startSimulator, type SimulatedSite } from '../simulator';

/** Milliseconds that n8n lets the polls take: a third is for the last request, and no answer here takes it. */
const budget = 6000;
const plenty = 60_000;

const fleetOf = ({ fleet }: SimulatedSite, count: number) => {
	const [model] = fleet.devices;
	fleet.devices = Array.from({ length: count }, (_, index) => ({
		...model,
		id: index + 1,
		status: 'Active',
		fixes: [],
	}));
};
/** A list of so many pages, which take longer together than the polls have. */
const slowPages = (site: SimulatedSite, count: number) => {
	fleetOf(site, count * 250);
	site.v1.mostOnPage = 250;
	site.latency = 1000;
};
const reportAll = ({ fleet }: SimulatedSite) => {
	for (const { fixes } of fleet.devices)
		fixes.push({ timestamp: new Date().toISOString(), latitude: 60, longitude: 24 });
};

/** Publishes with plenty of time for a poll, and polls with as little as is said, on a site of its own. */
async function pollWithin(
	allowed: number,
	prepare: (site: SimulatedSite) => unknown,
	event = 'locationReported',
) {
	const site = await startSimulator();
	fleetOf(site, 3);
	const published = new PublishedTrigger({
		parameters: { event, options: { maxParallelRequests: 1 } },
		credential: credentialOf(site),
		budget: plenty,
	});
	await published.activate();
	prepare(site);
	published.settings.budget = allowed;
	await published.poll();
	return {
		published,
		/** Polls once more, with plenty of time, what is quick again. */
		pollAgain: async () => {
			published.settings.budget = plenty;
			site.latency = 0;
			site.fleet.devices.length = 3;
			await published.poll();
		},
		stop: () => site.stop(),
	};
}
const failureOf = ({ failures }: PublishedTrigger) => {
	expect(failures).toHaveLength(1);
	const { message, failure } = failures[0] as NodeApiError & { failure: object };
	return [message, failure];
};
const tookTooLong = [
	expect.stringContaining('Miradore took longer than n8n lets a poll take'),
	{ cause: 'temporarily-unavailable' },
];

// They wait most of the time, so they do it side by side.
describe("A poll that n8n's time ends", () => {
	it.concurrent.each([
		[503, 'Miradore is not available', { cause: 'temporarily-unavailable' }],
		[429, 'Miradore', { cause: 'rate-limited', retryAfterMs: 60_000 }],
	])('while it waits to ask for the list again tells the %i', async (status, message, cause) => {
		const headers = status === 429 ? { 'retry-after': '60' } : undefined;
		const fault = { path: /API\/Device/, status, headers };
		const { published, stop } = await pollWithin(budget, (site) => site.addFault(fault));
		await stop();
		expect(failureOf(published)).toEqual([expect.stringContaining(message), cause]);
	});

	it.concurrent.each(['locationReported', 'deviceAdded'])(
		'between two pages of the list says so: %s',
		async (event) => {
			const { published, stop } = await pollWithin(budget, (site) => slowPages(site, 8), event);
			await stop();
			expect(failureOf(published)).toEqual(tookTooLong);
		},
	);

	it.concurrent('before it has read any device says so, and loses nothing', async () => {
		const { published, pollAgain, stop } = await pollWithin(budget, (site) => {
			slowPages(site, 4);
			reportAll(site);
		});
		expect(failureOf(published)).toEqual(tookTooLong);
		expect(published.delivered).toEqual([]);
		await pollAgain();
		await stop();
		expect(published.delivered).toHaveLength(3);
	});

	it.concurrent('while it waits to ask for the devices again tells why', async () => {
		const { published, stop } = await pollWithin(budget, (site) =>
			site.addFault({ path: /Location/, status: 503 }),
		);
		await stop();
		expect(failureOf(published)).toEqual([
			expect.stringContaining('Miradore is not available'),
			{ cause: 'temporarily-unavailable' },
		]);
	});
});

it.each([plenty, 36_000, 30_000.5])('A budget of %d milliseconds is kept', async (allowed) => {
	const { published, stop } = await pollWithin(allowed, reportAll);
	await stop();
	expect(published.failures).toEqual([]);
	expect(published.delivered).toHaveLength(3);
});
