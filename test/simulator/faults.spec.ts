import type { AxiosInstance } from 'axios';
import { waitUntil } from '../n8n/waitUntil';
import { type SimulatedDevice, type SimulatedSite, startSimulator } from '.';
import { openClient } from './specClient';

let site: SimulatedSite;
let client: AxiosInstance;
let device: SimulatedDevice;

beforeEach(async () => {
	site = await startSimulator();
	client = openClient(site);
	device = site.fleet.devices[0];
});

afterEach(() => site.stop());

const lock = () => client.post<unknown>('/Device/1/Lock');

async function millisecondsOf(action: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await action();
	return performance.now() - start;
}

describe('a fault', () => {
	test('answers in place of the site, without carrying out', async () => {
		site.addFault({ status: 503, headers: { 'retry-after': '7' }, body: '<h1>Down</h1>' });
		const { status, data, headers } = await lock();
		expect({ status, data }).toEqual({ status: 503, data: '<h1>Down</h1>' });
		expect(headers['retry-after']).toBe('7');
		expect(device.lockedAt).toHaveLength(0);
	});

	test('may answer only after the command was carried out', async () => {
		site.addFault({ status: 502, handled: true });
		expect((await lock()).status).toBe(502);
		expect(device.lockedAt).toHaveLength(1);
	});

	test('strikes as often as asked', async () => {
		site.addFault({ status: 503, times: 2 });
		const statuses = [await lock(), await lock(), await lock()].map(({ status }) => status);
		expect(statuses).toEqual([503, 503, 200]);
	});

	test('strikes until cleared if no number is given', async () => {
		site.addFault({ status: 503 });
		expect([(await lock()).status, (await lock()).status]).toEqual([503, 503]);
		site.clearFaults();
		expect((await lock()).status).toBe(200);
	});

	test('strikes only the method and path asked for', async () => {
		site.addFault({ method: 'POST', path: '/Device/1/Lock', status: 503 });
		site.addFault({ path: /^\/Device\/\d+\/Location$/g, status: 504 });
		const requests = [
			lock(),
			client.post('/Device/2/Lock'),
			client.get('/Device/1/Lock'),
			client.get('/Device/1/Location?startDate=2026-11-18'),
			client.get('/Device/2/Location'),
			client.get('/CustomAttribute'),
		];
		const statuses = (await Promise.all(requests)).map(({ status }) => status);
		expect(statuses).toEqual([503, 200, 404, 504, 504, 200]);
	});

	test('of several, the first added strikes first', async () => {
		site.addFault({ status: 500, times: 1 });
		site.addFault({ status: 502, times: 1 });
		const statuses = [await lock(), await lock(), await lock()].map(({ status }) => status);
		expect(statuses).toEqual([500, 502, 200]);
	});

	test('may redirect', async () => {
		site.addFault({ status: 302, headers: { location: 'http://127.0.0.1:9/' } });
		const { status, headers } = await lock();
		expect({ status, location: headers.location as string }).toEqual({
			status: 302,
			location: 'http://127.0.0.1:9/',
		});
	});

	test('may only delay', async () => {
		site.addFault({ delay: 400, times: 1 });
		expect(await millisecondsOf(lock)).toBeGreaterThanOrEqual(395);
		await lock();
		expect(device.lockedAt).toHaveLength(2);
	});

	test.each([
		['beforeHandling', 0],
		['afterHandling', 1],
	] as const)('may break the connection %s', async (reset, locks) => {
		site.addFault({ reset, times: 1 });
		await expect(lock()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(device.lockedAt).toHaveLength(locks);
		expect(site.requests).toMatchObject([{ path: '/Device/1/Lock', status: undefined }]);
		expect((await lock()).status).toBe(200);
	});
});

test('latency delays every request', async () => {
	site.latency = 120;
	expect(await millisecondsOf(lock)).toBeGreaterThanOrEqual(115);
	expect(await millisecondsOf(lock)).toBeGreaterThanOrEqual(115);
});

describe('concurrency', () => {
	const lockAtOnce = (count: number) => Promise.all(Array.from({ length: count }, lock));

	test('is measured and not limited by default', async () => {
		// None is answered before all are there.
		site.addFault({ before: () => waitUntil(() => site.inWork === 6, 20, 5), delay: 20 });
		const answers = await lockAtOnce(6);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(site.peakConcurrency).toBe(6);
	});

	test('of requests one after another is 1', async () => {
		await lock();
		await lock();
		expect(site.peakConcurrency).toBe(1);
	});

	test('above the limit is answered with 429', async () => {
		site.maxConcurrent = 2;
		// The first two are answered once the others have been refused.
		const areRefused = () => site.requests.filter(({ status }) => status === 429).length === 3;
		site.addFault({ before: () => waitUntil(areRefused, 20, 5), times: 2 });
		const answers = await lockAtOnce(5);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(3);
		expect(refused.every(({ headers }) => headers['retry-after'] === '1')).toBe(true);
		expect(device.lockedAt).toHaveLength(2);
		expect((await lock()).status).toBe(200);
	});

	test('can be limited from the start', async () => {
		const limited = await startSimulator({ maxConcurrent: 0 });
		const { status } = await openClient(limited).get('/CustomAttribute');
		await limited.stop();
		expect(status).toBe(429);
	});
});
