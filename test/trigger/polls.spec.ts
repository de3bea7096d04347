import type { NodeApiError } from 'n8n-workflow';
import { MiradoreCredentials } from '../core/credentials';
import { spellings } from '../core/site';
import type { PublishedTrigger } from '../core/trigger';
import { waitUntil } from '../n8n/waitUntil';
import { useFivePhones } from './fivePhones';
import { idsOf } from './happenings';

const { simulation, reportAll, trigger } = useFivePhones();
const causesOf = ({ failures }: PublishedTrigger) =>
	failures.map((failure) => (failure as NodeApiError & { failure: unknown }).failure);

describe('A poll', () => {
	it('gives the others when a device fails, says so, and catches up', async () => {
		const published = trigger();
		await published.activate();
		reportAll(61);
		simulation.site.addFault({ path: /Device\/(2|4)\/Location/, status: 503, times: 2 });
		await published.poll();
		expect(idsOf(published)).toEqual([1, 3, 5]);
		expect(published.failures.map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/^2 of 5 devices could not be read \(2, 4\): Miradore is not available/,
			),
		]);
		await published.poll();
		expect(idsOf(published)).toEqual([1, 3, 5, 2, 4]);
		expect(published.failures).toHaveLength(1);
	});

	it.each<[number, Record<string, string>, object]>([
		[401, {}, { cause: 'credential-invalid' }],
		[403, {}, { cause: 'credential-invalid' }],
		[429, { 'retry-after': '90' }, { cause: 'rate-limited', retryAfterMs: 90_000 }],
		[503, {}, { cause: 'temporarily-unavailable' }],
		[500, {}, { cause: 'temporarily-unavailable' }],
		[302, { location: '/' }, { cause: 'configuration-invalid' }],
	])(
		'that fails with %i gives n8n the cause, and loses nothing',
		async (status, headers, cause) => {
			const published = trigger();
			await published.activate();
			const { state } = published;
			reportAll(61);
			for (const path of [/API\/Device/, /Location/]) {
				simulation.site.clearFaults();
				simulation.site.addFault({ path, status, headers });
				await published.poll();
			}
			expect(published.delivered).toEqual([]);
			expect(causesOf(published)).toEqual([cause, cause]);
			expect(published.failures[0].message).toContain(`(${status})`);
			expect(published.state).toBe(state);
			simulation.site.clearFaults();
			await published.poll();
			expect(idsOf(published)).toEqual([1, 2, 3, 4, 5]);
		},
	);

	it('reads the credential once', async () => {
		const published = trigger();
		await published.activate();
		reportAll(61);
		const read = jest.spyOn(MiradoreCredentials.prototype, 'getDecrypted');
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2, 3, 4, 5]);
		expect(read).toHaveBeenCalledTimes(1);
		read.mockRestore();
	});

	it.each([
		[401, 2],
		[400, 6],
	])('that is refused with %i for a device sends %i requests', async (status, count) => {
		const published = trigger({ maxParallelRequests: 1, askEveryHours: 0 });
		await published.activate();
		simulation.site.clearRequests();
		simulation.site.addFault({ path: '/Device/1/Location', status });
		await published.poll();
		expect(simulation.site.requests).toHaveLength(count);
	});

	it('repeats requests as the node does', async () => {
		const published = trigger({ maxRetries: 3 });
		await published.activate();
		reportAll(61);
		simulation.site.addFault({ path: /Location/, reset: 'beforeHandling', times: 2 });
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(idsOf(published)).toEqual([1, 2, 3, 4, 5]);
	});

	it('says so when the times of locations cannot be read', async () => {
		const published = trigger();
		await published.activate();
		simulation.site.addFault({ path: /Location/, status: 200, body: [{ lat: 60, lng: 24 }] });
		await published.poll();
		expect(published.failures[0].message).toContain("locations of device 1 can't be read");
	});

	it('that overlaps another tells nothing twice', async () => {
		const published = trigger();
		await published.activate();
		reportAll(61);
		let othersAreDone = false;
		const before = () => waitUntil(() => othersAreDone, 20, 5);
		simulation.site.addFault({ path: '/Device/1/Location', before, times: 1 });
		const slow = published.poll();
		await published.poll();
		reportAll(62);
		await published.poll();
		othersAreDone = true;
		await slow;
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
	});

	it('keeps the key out of items, failures and state', async () => {
		const published = trigger();
		await published.activate();
		reportAll(61);
		const { apiKey } = simulation.site;
		simulation.site.addFault({ path: '/Device/2/Location', status: 503, body: apiKey });
		await published.poll();
		simulation.site.addFault({ path: /API/, status: 500, body: spellings(apiKey).join(' ') });
		await published.poll();
		expect(published.failures).toHaveLength(2);
		const { delivered, failures, saved } = published;
		const texts = failures.map((failure) => JSON.stringify({ ...failure, text: String(failure) }));
		for (const spelling of spellings(apiKey)) {
			expect(JSON.stringify([delivered, texts, saved])).not.toContain(spelling);
		}
	});
});
