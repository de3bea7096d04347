import type { IDataObject } from 'n8n-workflow';
import { waitUnless } from '../../nodes/Miradore/execution/retry';
import { execute } from '../core/execute';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { startSimulator, type SimulatedSite } from '../simulator';

/** Enough for 20 pages. */
const size = 5000;
let site: SimulatedSite;
beforeAll(async () => {
	site = await startSimulator({ size });
});
beforeEach(() => {
	site.clearFaults();
	site.clearRequests();
});
afterAll(() => site.stop());

const run = (parameters: IDataObject, settings = {}) =>
	execute({ parameters, credential: credentialOf(site), ...settings });

/** The second page fails at once; the third is still under way then, and all others wait. */
function failSecondPage(failure: { status: number; body?: string }): void {
	const path = '/API/Device';
	site.addFault({ path, times: 1 });
	site.addFault({ path, times: 1, ...failure });
	site.addFault({ path, delay: 100 });
}

/** Requests that were left waiting would be sent before this one is answered. */
async function expectNothingMore(sent: number): Promise<void> {
	for (let turn = 0; turn < 3; turn += 1)
		await run({ resource: 'customAttribute', operation: 'getAll', returnAll: true });
	const paths = site.requests.map(({ path }) => path);
	expect(paths.slice(sent)).toEqual(Array(3).fill('/CustomAttribute'));
}

describe('After the end of a node', () => {
	it.each([
		['refused', { status: 400 }, '(400)', 3],
		// It is read when its place is taken already.
		['no list', { status: 200, body: 'a page' }, 'is not a list of API v1', 4],
	])('no other page is read where one was %s', async (_, failure, message, sent) => {
		failSecondPage(failure);
		const options = { maxParallelRequests: 2 };
		const parameters = { operation: 'getAll', returnAll: true, options };
		const { success } = await run(parameters, { settings: { onError: 'continueRegularOutput' } });
		expect(success.map(({ json }) => json.error)).toEqual([expect.stringContaining(message)]);
		// What was under way was awaited.
		expect(site.requests).toHaveLength(sent);
		await expectNothingMore(sent);
	});

	it('that polls no other page is read, either', async () => {
		const published = new PublishedTrigger({
			parameters: { event: 'deviceAdded', options: { maxParallelRequests: 2, maxRetries: 0 } },
			credential: credentialOf(site),
		});
		await published.activate();
		site.clearRequests();
		failSecondPage({ status: 503 });
		await published.poll();
		expect(published.failures.map(({ message }) => message)).toEqual([
			expect.stringContaining('(503)'),
		]);
		expect(site.requests).toHaveLength(3);
		await expectNothingMore(3);
	});

	it('a page that waits to be repeated is not', async () => {
		const path = '/API/Device';
		site.addFault({ path, times: 1 });
		site.addFault({ path, times: 1, status: 503, headers: { 'retry-after': '250' } });
		site.addFault({ path, times: 1, status: 400, delay: 50 });
		const parameters = { operation: 'getAll', returnAll: true };
		const { success } = await run(parameters, { settings: { onError: 'continueRegularOutput' } });
		expect(success[0].json.error).toContain('(400)');
		// After those 250 seconds it would be asked for again.
		const [, second, ...others] = site.requests.map(({ query }) => query.options);
		expect(others).not.toContain(second);
	});
});

describe('A wait', () => {
	it('ends at once when the run is over', async () => {
		const run = new AbortController();
		// Jest would give up long before.
		const waits = Array.from({ length: 100 }, () => waitUnless(run.signal, 3_600_000));
		run.abort();
		await Promise.all(waits);
		await waitUnless(run.signal, 3_600_000);
		expect(waits).toHaveLength(100);
	});

	it('keeps no process from ending, whether the run is over or not', async () => {
		const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout');
		const before = timers();
		const run = new AbortController();
		void waitUnless(new AbortController().signal, 3_600_000);
		const wait = waitUnless(run.signal, 3_600_000);
		expect(timers()).toEqual(before);
		run.abort();
		await wait;
		expect(timers()).toEqual(before);
	});

	it('takes its time otherwise', async () => {
		const start = Date.now();
		await waitUnless(new AbortController().signal, 1100);
		expect(Date.now() - start).toBeGreaterThanOrEqual(1095);
		await waitUnless(new AbortController().signal, 0);
	});
});
