import type { AxiosInstance } from 'axios';
import { type SimulatedFix, type SimulatedSite, startSimulator } from '.';
import { openClient } from './specClient';

const instants = [
	'2026-11-18T12:00:00Z',
	'2026-11-17T23:59:59Z',
	'2026-11-19T00:00:00Z',
	'2026-11-18T00:00:00Z',
	'2026-11-18T23:59:59Z',
];

let site: SimulatedSite;
let client: AxiosInstance;

beforeAll(async () => {
	site = await startSimulator();
	client = openClient(site);
	const latitude = '60.1699';
	site.fleet.devices[0].fixes = instants.map((timestamp) => ({
		timestamp,
		latitude,
		longitude: 25,
	}));
});

afterAll(() => site.stop());

async function timestampsBetween(params: object): Promise<string[]> {
	const { data } = await client.get<SimulatedFix[]>('/Device/1/Location', { params });
	return data.map(({ timestamp }) => timestamp);
}

test('a range of days includes both days as a whole, in UTC', async () => {
	expect(await timestampsBetween({ startDate: '2026-11-18', endDate: '2026-11-18' })).toEqual([
		'2026-11-18T12:00:00Z',
		'2026-11-18T00:00:00Z',
		'2026-11-18T23:59:59Z',
	]);
});

test('a range of instants includes both instants and nothing beyond', async () => {
	const startDate = '2026-11-18T12:00:00Z';
	expect(await timestampsBetween({ startDate, endDate: '2026-11-18T23:59:59Z' })).toEqual([
		'2026-11-18T12:00:00Z',
		'2026-11-18T23:59:59Z',
	]);
	expect(await timestampsBetween({ startDate, endDate: '2026-11-18T23:59:58Z' })).toEqual([
		startDate,
	]);
});

test('a missing bound does not limit', async () => {
	expect(await timestampsBetween({ endDate: '2026-11-17' })).toEqual(['2026-11-17T23:59:59Z']);
	expect(await timestampsBetween({ startDate: '2026-11-19' })).toEqual(['2026-11-19T00:00:00Z']);
	expect(await timestampsBetween({})).toEqual(instants);
});

test('a range without reports and a device without reports give an empty array', async () => {
	const untracked = site.fleet.devices.find(
		({ fixes, status }) => fixes.length === 0 && status !== 'Deleted',
	)!;
	const { status, data } = await client.get<unknown>(`/Device/${untracked.id}/Location`);
	expect({ status, data }).toEqual({ status: 200, data: [] });
	expect(await timestampsBetween({ startDate: '2026-11-20' })).toEqual([]);
});

test('reports are passed on as they are', async () => {
	const { data } = await client.get<unknown>('/Device/1/Location?endDate=2026-11-17');
	expect(data).toEqual([{ timestamp: '2026-11-17T23:59:59Z', latitude: '60.1699', longitude: 25 }]);
});
