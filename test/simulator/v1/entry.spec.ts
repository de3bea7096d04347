import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import { waitUntil } from '../../n8n/waitUntil';
import { type SimulatedDevice, type SimulatedSite, startSimulator } from '..';
import { request } from './specClient';

const fixture = (name: string) =>
	readFileSync(path.join(__dirname, '../../fixtures', name), 'utf8').trimEnd();

let site: SimulatedSite;
let device: SimulatedDevice;

beforeEach(async () => {
	site = await startSimulator();
	device = site.fleet.devices[0];
});

afterEach(() => site.stop());

test.each(['nobody', 'Acme'])('site %j is answered with 500', async (siteName) => {
	const { status, data } = await request(site, '/Device', {}, { siteName });
	expect({ status, data }).toEqual({ status: 500, data: fixture('v1-error-500.synthetic.xml') });
});

test('a URL without a site is answered with 500', async () => {
	const { status } = await axios.get(`${site.baseUrl}/API/Device`, { validateStatus: () => true });
	expect(status).toBe(500);
});

test.each([undefined, '', '1_wrong'])('key %j is refused', async (auth) => {
	const { status, data } = await request(site, '/Device', { auth });
	const body = fixture('v1-error-401-authentication-failed.xml');
	expect({ status, data }).toEqual({ status: 401, data: body });
});

test('the key counts as decoded, and a plus sign as a space', async () => {
	const other = await startSimulator({ apiKey: '3_a+b c&d' });
	const statusOf = async (auth: string) =>
		(await axios.get(`${other.baseUrl}/acme/API/Tag?auth=${auth}`, { validateStatus: () => true }))
			.status;
	const statuses = [
		await statusOf('3_a%2Bb%20c%26d'),
		await statusOf('3_a%2Bb+c%26d'),
		await statusOf('3_a+b+c%26d'),
	];
	await other.stop();
	expect(statuses).toEqual([200, 200, 401]);
});

test.each(['/Devices', '/device', '/Device/1/Lock', '/Device/one', '/Device/9999', '/Tag/1'])(
	'%s does not exist',
	async (url) => {
		const { status, data } = await request(site, url);
		expect({ status, data }).toEqual({ status: 404, data: '' });
	},
);

test('the request log shows which API was asked for what', async () => {
	await request(site, '/Device/', { select: 'ID,Tag.Name', options: 'rows=5,page=1' });
	await axios.get(`${site.baseUrl}/acme/api/v2/CustomAttribute`, { validateStatus: () => true });
	expect(site.requests).toMatchObject([
		{
			api: 'v1',
			path: '/API/Device',
			siteNamedIn: 'path',
			query: { auth: site.apiKey, select: 'ID,Tag.Name', options: 'rows=5,page=1' },
			status: 200,
		},
		{ api: 'v2', path: '/CustomAttribute', status: 401 },
	]);
});

test('faults, latency and the limit of concurrency apply', async () => {
	site.addFault({ path: '/API/Device', status: 503, times: 1 });
	const paths = ['/User', '/Device', '/Device'];
	const statuses: number[] = [];
	for (const url of paths) statuses.push((await request(site, url)).status);
	expect(statuses).toEqual([200, 503, 200]);

	site.latency = 100;
	const start = performance.now();
	await request(site, '/Device');
	expect(performance.now() - start).toBeGreaterThanOrEqual(95);

	site.maxConcurrent = 1;
	// The first is answered once the other has been refused.
	const isRefused = () => site.requests.some(({ status }) => status === 429);
	site.addFault({ before: () => waitUntil(isRefused, 20, 5), times: 1 });
	const answers = await Promise.all([request(site, '/Device'), request(site, '/Device')]);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
});

describe('tags', () => {
	const tagPath = (tag: string, id = device.id) => `/Device/${id}/Tag/${encodeURIComponent(tag)}`;

	test('are added once and removed', async () => {
		device.tags = ['Loan'];
		for (const tag of ['Käyttö / A&B', 'loan']) {
			const { status, data } = await request(site, tagPath(tag), {}, { method: 'PUT' });
			expect({ status, data }).toEqual({ status: 200, data: '' });
		}
		expect(device.tags).toEqual(['Loan', 'Käyttö / A&B']);

		const { status, data } = await request(site, tagPath('Loan'), {}, { method: 'DELETE' });
		expect({ status, data }).toEqual({ status: 200, data: '' });
		expect(device.tags).toEqual(['Käyttö / A&B']);
	});

	test.each([
		['a body', 1, { method: 'PUT', data: 'Loan' }, 400],
		['an unknown device', 9999, { method: 'PUT' }, 404],
		['removal from an unknown device', 9999, { method: 'DELETE' }, 404],
		['reading', 1, { method: 'GET' }, 404],
	])('%s is refused', async (_case, id, config, expected) => {
		const before = [...device.tags];
		expect((await request(site, tagPath('Other', id), {}, config)).status).toBe(expected);
		expect(device.tags).toEqual(before);
	});
});
