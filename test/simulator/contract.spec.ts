import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxiosInstance } from 'axios';
import OpenAPIBackend from 'openapi-backend';
import { loadContract, type SimulatedDevice, type SimulatedSite, startSimulator } from '.';
import { openClient } from './specClient';

let site: SimulatedSite;
let client: AxiosInstance;
let device: SimulatedDevice;

beforeAll(async () => {
	site = await startSimulator();
	client = openClient(site);
	device = site.fleet.devices[0];
});

afterAll(() => site.stop());

test.each([
	['a locale date', 'GET', '/Device/1/Location?startDate=18.11.2026', '/query/startDate'],
	['a local time', 'GET', '/Device/1/Location?endDate=2026-11-18T10:00:00', '/query/endDate'],
	['milliseconds', 'GET', '/Device/1/Location?endDate=2026-11-18T10:00:00.000Z', '/query/endDate'],
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
	expect(device.lockedAt).toEqual([]);
});

test.each([{}, { message: 'Lost' }, 'text'])('a body on Lock breaks it: %j', async (body) => {
	const { status, data } = await client.post<unknown>(`/Device/${device.id}/Lock`, body);
	expect(status).toBe(400);
	expect(data).toMatchObject({ errors: [{ where: '/requestBody', message: 'must be empty' }] });
	expect(device.lockedAt).toEqual([]);
});

test('both the synthetic and the simulated locations keep to it', async () => {
	// First, for what follows may take longer than a connection is kept.
	const { data } = await client.get<unknown>(`/Device/${device.id}/Location`);
	const contract = new OpenAPIBackend({ definition: await loadContract(), strict: true });
	await contract.init();
	const violations = (body: unknown) =>
		contract.validateResponse(body, 'getDeviceLocations', 200).errors;
	const file = path.join(__dirname, '../fixtures/v2-location.synthetic.json');
	const synthetic: unknown = JSON.parse(readFileSync(file, 'utf8'));

	expect(data).not.toEqual([]);
	expect(violations(data)).toBeNull();
	expect(violations(synthetic)).toBeNull();
	expect(violations([{ timestamp: '2026-08-01T10:00:00Z', latitude: 60.1 }])).not.toBeNull();
});

test('every operation carries a confidence', async () => {
	const { paths } = await loadContract();
	const operations = Object.values(paths ?? {}).flatMap((item) => Object.values(item ?? {}));
	expect(operations).toHaveLength(44);
	for (const operation of operations) {
		expect(operation).toHaveProperty('x-confidence', expect.stringMatching(/^(S|L|T\d|I|U)$/));
	}
});
