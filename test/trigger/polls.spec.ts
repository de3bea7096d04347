import type { NodeApiError } from 'n8n-workflow';
import { credentialOf, spellings, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { waitUntil } from '../n8n/waitUntil';
import type { SimulatedDevice } from '../simulator';
import { hour, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let phones: SimulatedDevice[];
beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
	phones = devices.slice(0, 5);
	for (const phone of phones) phone.status = 'Active';
});

const report = (device: SimulatedDevice, latitude = 60) =>
	device.fixes.push({ timestamp: clock.ago(), latitude, longitude: 24.5 });
const reportAll = (latitude: number) => phones.forEach((phone) => report(phone, latitude));
const trigger = (options = {}, credential = {}, budget?: number) =>
	new PublishedTrigger({
		parameters: { event: 'locationReported', options: { maxRetries: 0, ...options } },
		credential: credentialOf(simulation.site, credential),
		budget,
	});
const ids = ({ delivered }: PublishedTrigger) => delivered.map(({ deviceId }) => deviceId);
const causesOf = ({ failures }: PublishedTrigger) =>
	failures.map((failure) => (failure as NodeApiError & { failure: unknown }).failure);

describe('Publishing', () => {
	it.each<[string, object, string]>([
		['a wrong key', { apiKey: '1_wrong' }, 'Miradore refused the API key (401)'],
		['an unknown site', { siteName: 'nobody' }, 'Miradore knows no site of this name'],
		['a site name with a slash', { siteName: 'a/b' }, "'Site Name' in the Miradore credential"],
	])('fails for %s, and says why', async (_case, credential, message) => {
		const published = trigger({}, credential);
		await expect(published.activate()).rejects.toThrow(message);
		expect(published.saved).toBe('{}');
	});

	it.each([
		[503, 'Miradore is not available'],
		[404, "Miradore does not find these of 'Picked Devices': 2"],
	])('fails for a picked device that is answered with %i', async (status, message) => {
		simulation.site.addFault({ path: '/Device/2/Location', status });
		const device = [1, 2].map((value) => ({ deviceId: { __rl: true, mode: 'id', value } }));
		const published = new PublishedTrigger({
			parameters: {
				event: 'locationReported',
				devices: 'picked',
				pickedDevices: { device },
				options: { maxRetries: 0 },
			},
			credential: simulation.credential,
		});
		await expect(published.activate()).rejects.toThrow(message);
		expect(published.saved).toBe('{}');
	});

	it('works where some of all devices cannot be read, and tells their locations later', async () => {
		simulation.site.addFault({ path: '/Device/2/Location', status: 503 });
		const published = trigger();
		await published.activate();
		simulation.site.clearFaults();
		clock.pass(minute);
		reportAll(61);
		await published.poll();
		expect(ids(published)).toEqual([1, 2, 3, 4, 5]);
	});

	it('again goes on where it was', async () => {
		const published = trigger();
		await published.activate();
		clock.pass(hour);
		reportAll(61);
		await published.activate('init');
		await published.poll();
		expect(ids(published)).toEqual([1, 2, 3, 4, 5]);
	});
});

describe('A poll', () => {
	it('gives the others when a device fails, says so, and catches up', async () => {
		const published = trigger();
		await published.activate();
		reportAll(61);
		simulation.site.addFault({ path: /Device\/(2|4)\/Location/, status: 503, times: 2 });
		await published.poll();
		expect(ids(published)).toEqual([1, 3, 5]);
		expect(published.failures.map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/^2 of 5 devices could not be read \(2, 4\): Miradore is not available/,
			),
		]);
		await published.poll();
		expect(ids(published)).toEqual([1, 3, 5, 2, 4]);
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
			expect(ids(published)).toEqual([1, 2, 3, 4, 5]);
		},
	);

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
		expect(ids(published)).toEqual([1, 2, 3, 4, 5]);
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
		expect(ids(published)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
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

describe("n8n's budget for a poll", () => {
	const budget = minute;

	it('is kept, and what did not fit goes on first the next time', async () => {
		const published = trigger({ maxParallelRequests: 1 }, {}, budget);
		// A third of the time is for the last request: after three of these, none is begun.
		simulation.site.addFault({ before: () => clock.pass(budget / 4) });
		const read: string[][] = [];
		for (let polls = 0; polls < 3; polls++) {
			simulation.site.clearRequests();
			if (polls === 0) await published.activate();
			else await published.poll();
			read.push(simulation.site.requests.map(({ path }) => path));
		}
		// Each poll began behind the one before.
		expect(read).toEqual(
			[
				[1, 2],
				[3, 4],
				[5, 1],
			].map((ids) => ['/API/Device', ...ids.map((id) => `/Device/${id}/Location`)]),
		);
		expect(published.failures).toEqual([]);
	});

	it('may end before any device was read, and no location is lost', async () => {
		const published = trigger({}, {}, budget);
		await published.activate();
		reportAll(61);
		simulation.site.clearRequests();
		simulation.site.addFault({ path: '/API/Device', before: () => clock.pass(budget), times: 1 });
		await published.poll();
		expect(simulation.site.requests.map(({ path }) => path)).toEqual(['/API/Device']);
		expect(published.failures.map(({ message }) => message)).toEqual([
			'Miradore took longer than n8n lets a poll take',
		]);
		expect(published.delivered).toEqual([]);
		await published.poll();
		expect(ids(published).sort()).toEqual([1, 2, 3, 4, 5]);
	});
});
