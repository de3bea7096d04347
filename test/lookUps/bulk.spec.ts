import type { SimulatedDevice } from '../simulator';
import { isLookUp, runBy, useFleet } from './deviceOperations';

const size = 1000;
const used = useFleet(size);
const { simulation, fleet } = used;

const lockBy = (mode: string, values: unknown[], parameters = {}, settings = {}) =>
	runBy(
		{ operation: 'lock' },
		mode,
		values,
		{ credential: simulation.credential, settings },
		{ options: { maxParallelRequests: 50 }, ...parameters },
	);
const lookUps = () => simulation.site.requests.filter(isLookUp);
const locked = () =>
	simulation.site.requests
		.filter(({ method }) => method === 'POST')
		.map(({ path }) => Number(path.split('/')[2]))
		.sort((one, other) => one - other);
const idsOf = (devices: SimulatedDevice[]) => devices.map(({ id }) => id);

it('1,000 devices by serial number take at most 45 requests, each of at most 2,000 characters', async () => {
	const { success, error } = await lockBy(
		'serialNumber',
		fleet.map(({ serialNumber }) => serialNumber),
	);
	expect(error).toBeUndefined();
	expect(success.map(({ json }) => json.deviceId)).toEqual(idsOf(fleet));
	expect(locked()).toEqual(idsOf(fleet));
	expect(lookUps().length).toBeLessThanOrEqual(45);
	const longest = Math.max(
		...lookUps().map(({ url }) => `${simulation.site.baseUrl}${url}`.length),
	);
	expect(longest).toBeLessThanOrEqual(2000);
	expect(lookUps().every(({ query }) => !/ and /.test(String(query.filters)))).toBe(true);
});

it('with Only If they take as few, and every device is held against its conditions', async () => {
	for (const device of fleet.slice(0, 100)) device.platform = 'macOS';
	const { success, error } = await lockBy(
		'serialNumber',
		fleet.map(({ serialNumber }) => serialNumber),
		{ onlyIf: { platform: used.pattern.platform, tagIsNot: 'Nobody has it' } },
	);
	expect(error).toBeUndefined();
	expect(locked()).toEqual(idsOf(fleet.slice(100)));
	expect(success.filter(({ json }) => json.outcome === 'skipped')).toHaveLength(100);
	expect(lookUps().length).toBeLessThanOrEqual(45);
});

it('1,000 devices by ID with Only If take at most 45 requests, too', async () => {
	const { error } = await lockBy('id', idsOf(fleet), {
		onlyIf: { platform: used.pattern.platform },
	});
	expect(error).toBeUndefined();
	expect(locked()).toEqual(idsOf(fleet));
	expect(simulation.site.requests.length - size).toBeLessThanOrEqual(45);
});

it('equal values are asked for once, and their device gets one command', async () => {
	const { serialNumber, id } = fleet[7];
	const values = Array.from({ length: 500 }, (_, index) =>
		index % 2 ? serialNumber : serialNumber.toLowerCase(),
	);
	const { success } = await lockBy('serialNumber', values);
	expect(success).toHaveLength(500);
	expect(success[1].json.foundBy).toEqual({ serialNumber });
	expect(success[0].json.foundBy).toEqual({ serialNumber: serialNumber.toLowerCase() });
	expect(locked()).toEqual([id]);
	expect(lookUps()).toHaveLength(1);
	expect(String(lookUps()[0].query.filters).split(' or ')).toHaveLength(1);
});

it('a device that several items name in other ways gets one command', async () => {
	const { name, imei, id } = fleet[7];
	const { success } = await runBy(
		{ operation: 'lock' },
		'={{ $json.value.mode }}',
		[
			{ mode: 'name', value: name },
			{ mode: 'imei', value: imei },
			{ mode: 'id', value: id },
		],
		{ credential: simulation.credential },
		{
			deviceId: { __rl: true, mode: '={{ $json.value.mode }}', value: '={{ $json.value.value }}' },
		},
	);
	expect(success.map(({ json }) => json)).toEqual([
		{ success: true, outcome: 'sent', deviceId: id, foundBy: { name } },
		{ success: true, outcome: 'sent', deviceId: id, foundBy: { imei } },
		{ success: true, outcome: 'sent', deviceId: id },
	]);
	expect(locked()).toEqual([id]);
	expect(lookUps()).toHaveLength(2);
});

describe('one bad item among them', () => {
	const values = () => [fleet[0].serialNumber, 'C02WRONG', fleet[2].serialNumber];

	it('keeps the others from being sent where the node stops', async () => {
		const { error } = await lockBy('serialNumber', values());
		expect(error?.message).toBe('No device has the serial number C02WRONG [item 1]');
		expect(error?.description).toContain(
			`Not sent: Device ${fleet[0].id} (Serial Number ${fleet[0].serialNumber})`,
		);
		expect(locked()).toEqual([]);
	});

	it('fails alone where the node goes on', async () => {
		const { success } = await lockBy(
			'serialNumber',
			values(),
			{},
			{
				onError: 'continueRegularOutput',
			},
		);
		expect(locked()).toEqual([fleet[0].id, fleet[2].id]);
		expect(success.map(({ json }) => json.success ?? json.error)).toEqual([
			true,
			'No device has the serial number C02WRONG',
			true,
		]);
	});

	it('whose look-up fails is told as such, and nothing is sent for those asked for along', async () => {
		simulation.site.addFault({ path: '/API/Device', status: 401 });
		const { error } = await lockBy('serialNumber', values());
		expect(error?.message).toContain(`Serial Number ${fleet[0].serialNumber}: Miradore refused`);
		expect(locked()).toEqual([]);
	});
});
