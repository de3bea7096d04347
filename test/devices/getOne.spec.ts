import { useDevices } from './useDevices';

const { simulation, devices, shown, run } = useDevices();
const getDevice = (mode: string, value: string) =>
	run('get', { deviceId: { __rl: true, mode, value } });

describe('Device > Get', () => {
	it.each([
		['id', '2'],
		['list', '2'],
		['url', '/acme/device/2'],
	])('finds a device with %s %s', async (mode, value) => {
		const entered = mode === 'url' ? `${simulation.site.baseUrl}${value}` : value;
		const { success, error } = await getDevice(mode, entered);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.id)).toEqual([2]);
	});

	it.each(['name', 'serialNumber', 'imei', 'userEmail'] as const)(
		'finds a device by %s',
		async (mode) => {
			const field = shown().map((device) => device[mode]);
			// One that no other device has the value of, and that can be searched for.
			const device = shown().find(
				({ [mode]: value }) =>
					value && !/['"]/.test(value) && field.filter((other) => other === value).length === 1,
			);
			const { success, error } = await getDevice(mode, String(device?.[mode]));
			expect(error).toBeUndefined();
			expect(success.map(({ json }) => json.id)).toEqual([device?.id]);
		},
	);

	it('says which devices match when several do', async () => {
		const [one, other] = devices().filter(({ status }) => status !== 'Deleted');
		const names = [one.name, other.name];
		one.name = other.name = 'Twin';
		const { error } = await getDevice('name', 'Twin');
		[one.name, other.name] = names;
		expect(error?.message).toBe('2 devices have the name Twin [item 0]');
		const named = [one, other].map(
			({ id, platform, status }) => `${id}: Twin (${platform}, ${status})`,
		);
		expect(error?.description).toBe(`Choose one of them 'By ID': ${named.join(', ')}.`);
	});

	it('takes the one in use for a device that was enrolled again', async () => {
		const before = devices();
		const [used] = shown();
		const retired = { ...used, status: 'Deleted' as const };
		simulation.site.fleet.devices = [
			...Array.from({ length: 25 }, (_, index) => ({ ...retired, id: 100 + index })),
			...before,
		];
		const found = await getDevice('serialNumber', used.serialNumber);
		simulation.site.fleet.devices = before;
		expect(found.error).toBeUndefined();
		expect(found.success.map(({ json }) => json.id)).toEqual([used.id]);
	});

	it('says so when only a retired one has the serial number', async () => {
		const device = devices().find(({ status }) => status === 'Deleted');
		const { error } = await getDevice('serialNumber', String(device?.serialNumber));
		expect(error?.message).toBe(
			`Only retired devices have the serial number ${device?.serialNumber} [item 0]`,
		);
		expect(error?.description).toBe(
			`Their IDs: ${device?.id}. 'Get Many' shows them with the option 'Include Retired'. If you mean one of them, choose 'By ID'.`,
		);
	});

	it('says so when the one with the ID is retired', async () => {
		const device = devices().find(({ status }) => status === 'Deleted');
		const { error } = await getDevice('id', String(device?.id));
		expect(error?.message).toBe(`Device ${device?.id}: It is retired [item 0]`);
	});

	it('says so when there is none', async () => {
		const { error } = await getDevice('id', '99999');
		expect(error?.message).toBe('Device 99999: Miradore lists no such device [item 0]');
	});
});
