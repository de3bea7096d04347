import { useSpecSite } from './specClient';

const simulated = useSpecSite();

describe('the request log', () => {
	test('holds what was sent and what was answered', async () => {
		const before = Date.now();
		await simulated.client.get('/Device/1/Location', {
			params: { startDate: '2025-01-01T00:00:00Z' },
		});
		expect(simulated.site.requests).toHaveLength(1);
		const [request] = simulated.site.requests;
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
		await simulated.client.post('/Device/1/Lock', { a: 1 });
		await simulated.client.get('/CustomAttribute', { headers: { 'X-Instance-Name': null } });
		expect(simulated.site.requests).toMatchObject([
			{ body: '{"a":1}', status: 400, siteNamedIn: 'header' },
			{ body: '', status: 401, siteNamedIn: undefined },
		]);
	});

	test('can be cleared', async () => {
		await simulated.client.get('/CustomAttribute');
		simulated.site.clearRequests();
		expect(simulated.site.requests).toEqual([]);
		await simulated.client.get('/CustomAttribute');
		expect(simulated.site.requests).toHaveLength(1);
	});
});

test('stop breaks off requests in work and frees the port', async () => {
	simulated.site.latency = 60_000;
	const unanswered = simulated.client.get('/CustomAttribute');
	const outcome = expect(unanswered).rejects.toMatchObject({ code: 'ECONNRESET' });
	while (simulated.site.requests.length === 0)
		await new Promise((resolve) => setImmediate(resolve));
	await simulated.site.stop();
	await outcome;
	await expect(simulated.client.get('/CustomAttribute')).rejects.toMatchObject({
		code: 'ECONNREFUSED',
	});
});
