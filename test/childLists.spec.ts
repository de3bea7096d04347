import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const deviceId = (id: number) => ({ __rl: true, mode: 'id', value: String(id) });
const run = (operation: string, parameters: IDataObject) =>
	execute({ parameters: { operation, ...parameters }, credential: simulation.credential });
const told = async (operation: string, parameters: IDataObject) => {
	const { error, success } = await run(operation, parameters);
	expect(error).toBeUndefined();
	for (const { pairedItem } of success) expect(pairedItem).toEqual({ item: 0 });
	return success.map(({ json }) => json);
};
const all = { devices: 'filters', returnAll: true };

/** What the site has of each kind. */
const kinds: Record<string, (device: SimulatedDevice) => IDataObject[]> = {
	getApplications: ({ applications }) =>
		applications.map(({ name, version, identifier }) => ({
			Name: name,
			Version: version,
			Identifier: identifier,
		})),
	getCertificates: ({ certificates }) => certificates.map((Name) => ({ Name })),
	getSimCards: ({ id, platform }) =>
		/^(iOS|Android)$/.test(platform)
			? [{ PhoneNumber: `+358 40 555 ${String(id).padStart(4, '0')}` }]
			: [],
	getStorages: ({ id }) => [
		{ TotalSpace: '128000', FreeSpace: String(id * 1000), Type: 'Internal' },
	],
};

describe.each(Object.entries(kinds))('%s', (operation, of) => {
	const expected = (passes: (device: SimulatedDevice) => boolean) =>
		simulation.site.fleet.devices
			.filter(passes)
			.flatMap((device) =>
				of(device).map((one) => ({ deviceId: device.id, deviceName: device.name, ...one })),
			);

	it.each([
		['wrapped', true],
		['not wrapped', false],
	])('gives one item for each, with its device: %s', async (_, wrapsLists) => {
		simulation.site.v1 = { ...simulation.site.v1, wrapsLists };
		const items = await told(operation, all);
		simulation.site.v1 = { ...simulation.site.v1, wrapsLists: true };
		expect(items.length).toBeGreaterThan(2);
		expect(items).toEqual(expected(({ status }) => status !== 'Deleted'));
	});

	it('is about one device, or those that match the filters', async () => {
		const one = await told(operation, { deviceId: deviceId(2) });
		expect(one).toEqual(expected(({ id }) => id === 2));
		const filters = { platform: ['iOS', 'Android'] };
		expect(await told(operation, { ...all, filters })).toEqual(
			expected(({ platform, status }) => status !== 'Deleted' && /^(iOS|Android)$/.test(platform)),
		);
	});
});

it('Applications are found by a part of their name, whatever its letter case', async () => {
	const items = await told('getApplications', {
		...all,
		childFilters: { childNameContains: 'FILES &' },
	});
	expect(items.length).toBeGreaterThan(1);
	expect(new Set(items.map(({ Name }) => Name))).toEqual(new Set(['Files & Folders']));
});

it('Applications are read 25 devices at a time, and Limit counts devices', async () => {
	const { fleet } = simulation.site;
	const few = fleet.devices;
	const [pattern] = few;
	fleet.devices = Array.from({ length: 60 }, (_, index) => ({
		...pattern,
		id: index + 1,
		status: 'Active' as const,
		applications: [{ name: 'Kartta', version: '1', identifier: 'fi.example.kartta' }],
	}));
	const items = await told('getApplications', { ...all, returnAll: false, limit: 30 });
	fleet.devices = few;
	expect(items.map((item) => item.deviceId)).toEqual(
		Array.from({ length: 30 }, (_, index) => index + 1),
	);
	for (const { query } of simulation.site.requests) {
		expect(query.options).toContain('rows=25,');
	}
});

it('Another device than the one that was asked for gives nothing', async () => {
	const body =
		'<Content><Items count="1"><Device><ID>3</ID><InvStorages><InvStorage><Type>A</Type></InvStorage></InvStorages></Device></Items></Content>';
	simulation.site.addFault({ status: 200, body });
	expect(await told('getStorages', { deviceId: deviceId(2) })).toEqual([]);
});
