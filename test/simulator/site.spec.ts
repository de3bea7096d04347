import type { AxiosInstance } from 'axios';
import { type SimulatedSite, startSimulator } from '.';
import { openClient } from './specClient';

let site: SimulatedSite;
let client: AxiosInstance;

beforeEach(async () => {
	site = await startSimulator();
	client = openClient(site);
});

afterEach(() => site.stop());

describe('the request log', () => {
	test('holds what was sent and what was answered', async () => {
		const before = Date.now();
		await client.get('/Device/1/Location', { params: { startDate: '2025-01-01T00:00:00Z' } });
		expect(site.requests).toHaveLength(1);
		const [request] = site.requests;
		expect(request).toMatchObject({
			method: 'GET',
			url: '/api/v2/Device/1/Location?startDate=2025-01-01T00:00:00Z',
			path: '/Device/1/Location',
			query: { startDate: '2025-01-01T00:00:00Z' },
			headers: { 'x-instance-name': 'acme', 'x-api-key': '1_Test{key},with!odd$chars' },
			body: '',
			status: 200,
			siteNamedIn: 'header',
		});
		expect(Date.parse(request.at)).toBeGreaterThanOrEqual(before);
	});

	test('holds refused requests with their bodies, in the order of arrival', async () => {
		await client.post('/Device/1/Lock', { a: 1 });
		await client.get('/CustomAttribute', { headers: { 'X-Instance-Name': null } });
		expect(site.requests).toMatchObject([
			{ body: '{"a":1}', status: 400, siteNamedIn: 'header' },
			{ body: '', status: 401, siteNamedIn: undefined },
		]);
	});

	test('can be cleared', async () => {
		await client.get('/CustomAttribute');
		site.clearRequests();
		expect(site.requests).toEqual([]);
		await client.get('/CustomAttribute');
		expect(site.requests).toHaveLength(1);
	});
});

test('stop breaks off requests in work and frees the port', async () => {
	site.latency = 60_000;
	const unanswered = client.get('/CustomAttribute');
	const outcome = expect(unanswered).rejects.toMatchObject({ code: 'ECONNRESET' });
	while (site.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
	await site.stop();
	await outcome;
	await expect(client.get('/CustomAttribute')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
