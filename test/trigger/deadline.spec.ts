import type { NodeApiError } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { startSimulator, type Fault } from '../simulator';

/** Milliseconds that n8n lets the polls take: a third is for the last request, and no answer here takes it. */
const budget = 6000;

/** Publishes with plenty of time for a poll, and polls with little on a site that fails; gives how it fails. */
async function failureOf(fault: Fault): Promise<unknown[]> {
	const site = await startSimulator();
	try {
		const published = new PublishedTrigger({
			parameters: { event: 'locationReported', options: { maxParallelRequests: 1 } },
			credential: credentialOf(site),
			budget: 60_000,
		});
		await published.activate();
		site.addFault(fault);
		published.settings.budget = budget;
		await published.poll();
		expect(published.failures).toHaveLength(1);
		const { message, failure } = published.failures[0] as NodeApiError & { failure: object };
		return [message, failure];
	} finally {
		await site.stop();
	}
}

const unavailable = [
	expect.stringContaining('Miradore is not available'),
	{ cause: 'temporarily-unavailable' },
];

// They do nothing but wait, so they do it side by side.
describe("A poll that n8n's time ends", () => {
	it.concurrent('while it waits to ask for the list again tells the 503', async () => {
		expect(await failureOf({ path: /API\/Device/, status: 503 })).toEqual(unavailable);
	});

	it.concurrent('while it waits to ask for the list again tells the 429', async () => {
		const headers = { 'retry-after': '60' };
		expect(await failureOf({ path: /API\/Device/, status: 429, headers })).toEqual([
			expect.stringContaining('Miradore'),
			{ cause: 'rate-limited', retryAfterMs: 60_000 },
		]);
	});

	it.concurrent('while it waits to ask for the devices again tells why', async () => {
		expect(await failureOf({ path: /Location/, status: 503 })).toEqual(unavailable);
	});
});
