import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxiosInstance } from 'axios';
import OpenAPIBackend from 'openapi-backend';
import { loadContract, type SimulatedDevice, type SimulatedSite, startSimulator } from '.';
import { openClient } from './specClient';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');
const unauthorizedText = fixture('v2-suspendeddevices-401.live-2026-08-26.txt');
const siteNotNamedText = fixture('v1-error-401-authentication-failed.xml');

let site: SimulatedSite;
let client: AxiosInstance;
let tracked: SimulatedDevice;
let retired: SimulatedDevice;

beforeEach(async () => {
	site = await startSimulator();
	client = openClient(site);
	const { devices } = site.fleet;
	tracked = devices.find(({ fixes, status }) => fixes.length > 0 && status !== 'Deleted')!;
	retired = devices.find(({ status }) => status === 'Deleted')!;
});

afterEach(() => site.stop());

describe('entry', () => {
	const inPath = (siteName: string) => ({
		baseURL: `${site.baseUrl}/${siteName}/api/v2`,
		headers: { 'X-Instance-Name': null },
	});
	const inHeader = (siteName: string | null) => ({ headers: { 'X-Instance-Name': siteName } });

	test.each([
		['header', () => inHeader('acme')],
		['path', () => inPath('acme')],
	])('the site may be named in the %s', async (place, naming) => {
		const { status, data } = await client.get<unknown>('/CustomAttribute', naming());
		expect({ status, data }).toEqual({ status: 200, data: [] });
		expect(site.requests).toMatchObject([{ siteNamedIn: place, path: '/CustomAttribute' }]);
	});

	test.each([
		['no site', () => inHeader(null), 401, siteNotNamedText],
		['an unknown site', () => inHeader('nobody'), 500, ''],
		['an unknown site in the path', () => inPath('nobody'), 500, ''],
		['the site in the wrong case', () => inHeader('Acme'), 403, ''],
		['the site in the wrong case in the path', () => inPath('ACME'), 403, ''],
		['a wrong key', () => ({ headers: { 'X-API-Key': '1_wrong' } }), 401, unauthorizedText],
		['no key', () => ({ headers: { 'X-API-Key': null } }), 401, unauthorizedText],
	])('%s is refused', async (_case, config, expectedStatus, expectedBody) => {
		const { status, data } = await client.post<unknown>('/Device/1/Lock', undefined, config());
		expect({ status, data }).toEqual({ status: expectedStatus, data: expectedBody });
		expect(site.fleet.devices[0].lockedAt).toEqual([]);
	});

	test('the site is checked before the key', async () => {
		const headers = { 'X-Instance-Name': 'nobody', 'X-API-Key': '1_wrong' };
		expect((await client.get('/CustomAttribute', { headers })).status).toBe(500);
	});

	test('name and key of the site can be chosen', async () => {
		const other = await startSimulator({ siteName: 'other', apiKey: '2_$[]!' });
		const { status } = await openClient(other).get('/CustomAttribute');
		await other.stop();
		expect(status).toBe(200);
	});
});

describe('routes', () => {
	test.each([
		['GET', '/Device'],
		['GET', '/Device/1'],
		['GET', '/Device/1/Lock'],
		['DELETE', '/Device/1/Location'],
		['POST', '/CustomAttribute'],
		['GET', '/ZZZDevices'],
		['POST', '/Device/1/Lock/'],
	])('%s %s does not exist', async (method, url) => {
		const { status, data } = await client.request<unknown>({ method, url });
		expect({ status, data }).toEqual({ status: 404, data: '' });
	});

	test.each(['/API/Device', '/api/v1/Device', '/'])('nothing is at %s', async (url) => {
		expect((await client.get(url, { baseURL: site.baseUrl })).status).toBe(404);
	});

	test('suspended devices are refused to the right key', async () => {
		const { status, data } = await client.get<unknown>('/Device/SuspendedDevices');
		expect({ status, data }).toEqual({ status: 401, data: unauthorizedText });
	});

	test.each([
		['POST', 'Lock'],
		['GET', 'Location'],
		['GET', 'CustomAttribute'],
	])('%s …/%s answers 404 for retired and unknown devices', async (method, item) => {
		for (const id of [retired.id, site.fleet.devices.length + 1]) {
			const { status, data } = await client.request<unknown>({
				method,
				url: `/Device/${id}/${item}`,
			});
			expect({ id, status, data }).toEqual({ id, status: 404, data: '' });
		}
		expect(retired.lockedAt).toEqual([]);
	});

	test('custom attributes of a device are an array', async () => {
		const { status, data } = await client.get<unknown>(`/Device/${tracked.id}/CustomAttribute`);
		expect({ status, data }).toEqual({ status: 200, data: [] });
	});
});

describe('Lock', () => {
	test('is carried out once a request and answered without a body', async () => {
		const before = Date.now();
		const { status, data } = await client.post<unknown>(`/Device/${tracked.id}/Lock`);
		await client.post(`/Device/${tracked.id}/Lock`);
		expect({ status, data }).toEqual({ status: 200, data: '' });
		expect(tracked.lockedAt).toHaveLength(2);
		expect(Date.parse(tracked.lockedAt[0])).toBeGreaterThanOrEqual(before);
		const others = site.fleet.devices.filter((device) => device !== tracked);
		expect(others.every(({ lockedAt }) => lockedAt.length === 0)).toBe(true);
	});

	test('answers as the test chooses', async () => {
		site.lockReply = { status: 202, headers: { 'x-queue': 'yes' }, body: { id: 7 } };
		const { status, data, headers } = await client.post<unknown>(`/Device/${tracked.id}/Lock`);
		expect({ status, data }).toEqual({ status: 202, data: { id: 7 } });
		expect(headers).toMatchObject({
			'x-queue': 'yes',
			'content-type': expect.stringContaining('json') as string,
		});
	});
});

describe('contract', () => {
	test.each([
		['a locale date', 'GET', '/Device/1/Location?startDate=18.11.2026', '/query/startDate'],
		['a local time', 'GET', '/Device/1/Location?endDate=2026-11-18T10:00:00', '/query/endDate'],
		[
			'milliseconds',
			'GET',
			'/Device/1/Location?endDate=2026-11-18T10:00:00.000Z',
			'/query/endDate',
		],
		['a thirteenth month', 'GET', '/Device/1/Location?startDate=2026-13-01', '/query/startDate'],
		['an empty date', 'GET', '/Device/1/Location?startDate=', '/query/startDate'],
		[
			'a date given twice',
			'GET',
			'/Device/1/Location?startDate=2026-11-01&startDate=2026-11-02',
			'/query/startDate',
		],
		['an unknown parameter', 'GET', '/Device/1/Location?page=2', '/query'],
		['a parameter on Lock', 'POST', '/Device/1/Lock?force=true', '/query'],
		['a textual id', 'POST', '/Device/one/Lock', '/path/id'],
		['id 0', 'POST', '/Device/0/Lock', '/path/id'],
		['an id above int32', 'POST', '/Device/2147483648/Lock', '/path/id'],
	])('%s breaks it', async (_case, method, url, where) => {
		const { status, data } = await client.request<unknown>({ method, url });
		expect(status).toBe(400);
		expect(data).toEqual({
			title: 'The request breaks the contract',
			errors: expect.arrayContaining([expect.objectContaining({ where })]) as unknown,
		});
		expect(site.fleet.devices[0].lockedAt).toEqual([]);
	});

	test.each([{}, { message: 'Lost' }, 'text'])('a body on Lock breaks it: %j', async (body) => {
		const { status, data } = await client.post<unknown>(`/Device/${tracked.id}/Lock`, body);
		expect(status).toBe(400);
		expect(data).toMatchObject({ errors: [{ where: '/requestBody', message: 'must be empty' }] });
		expect(tracked.lockedAt).toEqual([]);
	});

	test('describes the recorded and the simulated locations alike', async () => {
		const contract = new OpenAPIBackend({ definition: await loadContract(), strict: true });
		await contract.init();
		const violations = (body: unknown) =>
			contract.validateResponse(body, 'getDeviceLocations', 200).errors;
		const { data } = await client.get<unknown>(`/Device/${tracked.id}/Location`);

		expect(violations(data)).toBeNull();
		expect(violations(JSON.parse(fixture('v2-location.synthetic.json')))).toBeNull();
		expect(violations([{ timestamp: '2026-08-01T10:00:00Z', latitude: 60.1 }])).not.toBeNull();
	});

	test('marks every operation with the confidence it deserves', async () => {
		const { paths } = await loadContract();
		const operations = Object.values(paths ?? {}).flatMap((item) => Object.values(item ?? {}));
		expect(operations).toHaveLength(5);
		for (const operation of operations) {
			expect(operation).toHaveProperty('x-confidence', expect.stringMatching(/^(S|L|T\d|I|U)$/));
		}
	});
});
