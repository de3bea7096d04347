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
		applicationNameContains: 'FILES &',
	});
	expect(items.length).toBeGreaterThan(1);
	expect(new Set(items.map(({ Name }) => Name))).toEqual(new Set(['Files & Folders']));
});

describe('Of many devices, applications', () => {
	let few: SimulatedDevice[];
	beforeAll(() => (few = simulation.site.fleet.devices));
	afterEach(() => void (simulation.site.fleet.devices = few));
	const setDevices = (count: number) => {
		const applications = [{ name: 'Kartta', version: '1', identifier: 'fi.example.kartta' }];
		simulation.site.fleet.devices = Array.from({ length: count }, (_, index) => ({
			...few[0],
			id: index + 1,
			status: 'Active' as const,
			platform: index % 2 === 0 ? ('iOS' as const) : ('Android' as const),
			tags: index % 3 === 0 ? ['Loan'] : [],
			applications,
		}));
	};
	const heavy = () =>
		simulation.site.requests.filter(({ query }) => String(query.select).includes('InvApplication'));
	const ids = (items: IDataObject[]) => items.map((item) => item.deviceId);
	const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

	it('are read 25 devices at a time, and Limit counts devices', async () => {
		setDevices(60);
		const items = await told('getApplications', { ...all, returnAll: false, limit: 30 });
		expect(ids(items)).toEqual(upTo(30));
		for (const { query } of simulation.site.requests) {
			expect(query.options).toContain('rows=25,');
		}
	});

	it.each<[string, IDataObject, (id: number) => boolean]>([
		['a filter that the node looks at', { tagIsNot: 'loan' }, (id) => id % 3 !== 1],
		['several values of a filter', { platform: ['Android', 'iOS'] }, () => true],
	])('are read of no other devices than are wanted by %s', async (_, filters, isMeant) => {
		setDevices(1500);
		const parameters = { ...all, returnAll: false, limit: 40, filters };
		expect(ids(await told('getApplications', parameters))).toEqual(
			upTo(1500).filter(isMeant).slice(0, 40),
		);
		expect(heavy()).toHaveLength(2);
		for (const { query } of heavy()) {
			expect(String(query.filters).split(' or ').length).toBeLessThanOrEqual(25);
		}
	});

	it.each<[string, IDataObject]>([
		['one list', {}],
		['a filter that the node looks at', { tagIsNot: 'Sales' }],
	])(
		'take at most a hundred pages: %s',
		async (_, filters) => {
			setDevices(2501);
			const { error } = await run('getApplications', { ...all, filters });
			expect(error?.message).toContain('There are more than 2500 devices');
			expect(heavy().length).toBeLessThanOrEqual(101);
			simulation.site.fleet.devices.pop();
			expect(await told('getApplications', { ...all, filters })).toHaveLength(2500);
		},
		60_000,
	);
});

it('Another device than the one that was asked for is none', async () => {
	const body =
		'<Content><Items count="1"><Device><ID>3</ID><InvStorages><InvStorage><Type>A</Type></InvStorage></InvStorages></Device></Items></Content>';
	simulation.site.addFault({ status: 200, body });
	const { error } = await run('getStorages', { deviceId: deviceId(2) });
	expect(error?.message).toContain('Miradore lists no such device');
});

it('A failure of a list of many devices names no device', async () => {
	simulation.site.addFault({ status: 401, body: '' });
	const { error } = await run('getStorages', all);
	expect(`${error?.message} ${error?.description}`).not.toMatch(/undefined|Device \d/);
});
