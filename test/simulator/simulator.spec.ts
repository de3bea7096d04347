import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxiosInstance } from 'axios';
import { type SimulatedDevice, type SimulatedSite, startSimulator } from '.';
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
		['PATCH', '/CustomAttribute'],
		['GET', '/ZZZDevices'],
		['POST', '/Device/1/Lock/'],
	])('%s %s does not exist', async (method, url) => {
		const { status, data } = await client.request<unknown>({ method, url });
		expect({ status, data }).toEqual({ status: 404, data: '' });
	});

	test.each(['/api/Device', '/api/v1/Device', '/'])('nothing is at %s', async (url) => {
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
