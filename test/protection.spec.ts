import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from './core/execute';
import { useSite } from './core/site';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const protectedCommands = [
	...['activate', 'addTag', 'deployApplication', 'disableLostMode', 'enableLostMode', 'lock'],
	...['reboot', 'removeCategory', 'removeTag', 'retire', 'setCategory', 'setCustomAttribute'],
	...['setModel', 'update', 'wipe'],
];
const alwaysNeeded = {
	attributeId: '3',
	body: '{ "name": "Shared" }',
	category: { __rl: true, mode: 'name', value: 'Shared' },
	confirm: true,
	deploymentMethodId: 4,
	message: 'Lost',
	model: 'iPad',
	tag: 'Lost',
	updateFields: { friendlyName: 'Reception' },
	value: 'Helsinki',
};
const byExpression = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** Runs a command for devices by their ids. */
const command = (
	operation: string,
	ids: unknown[],
	parameters: IDataObject = {},
	changes: Partial<Run> = {},
) =>
	execute({
		parameters: { operation, deviceId: byExpression, ...alwaysNeeded, ...parameters },
		items: ids.map((id) => ({ id }) as IDataObject),
		credential: simulation.credential,
		...changes,
	});

const sent = (api: 'v1' | 'v2') =>
	simulation.site.requests.filter((request) => request.api === api);

/** The first devices in use of which something holds. */
const find = (holds: (device: SimulatedDevice) => boolean, count = 1) =>
	simulation.site.fleet.devices
		.filter((device) => device.status !== 'Deleted' && holds(device))
		.slice(0, count)
		.map(({ id }) => id);

let devices: string;
beforeAll(() => (devices = JSON.stringify(simulation.site.fleet.devices)));
beforeEach(() => {
	simulation.site.fleet.devices = JSON.parse(devices) as SimulatedDevice[];
});

const user = { __rl: true, mode: 'id', value: '2001' };

describe.each([
	['device', 'wipe', { deviceId: byExpression }],
	['device', 'retire', { deviceId: byExpression }],
	['user', 'delete', { user }],
	['customAttribute', 'delete', { attributeId: '3' }],
])('%s %s', (resource, operation, named) => {
	it.each([[false], [''], ['no'], [undefined], [null], ['={{ $json.nothing }}'], [[]]])(
		'is refused where confirm is %p',
		async (confirm) => {
			const parameters = { resource, ...named, confirm };
			const { error } = await command(operation, [1], parameters);
			expect(error?.message).toContain("'Confirm: Can't Be Undone' is");
			expect(simulation.site.requests).toEqual([]);
		},
	);
});

describe.each(protectedCommands)("'Only If' of %s", (operation) => {
	it('lets only devices through that match, and says of the others why not', async () => {
		const [phone] = find(({ platform }) => platform === 'iOS');
		const [computer] = find(({ platform }) => platform === 'macOS');
		const others = operation === 'setCustomAttribute' ? { attributeId: '3' } : {};
		simulation.site.addFault({ path: /Device\/\d+/, status: 200, body: '' });
		const { error, success } = await command(operation, [computer, phone], {
			onlyIf: { platform: 'iOS' },
		});
		expect(error).toBeUndefined();
		expect(success).toEqual([
			{
				json: {
					...{ success: false, outcome: 'skipped', reason: 'Platform is macOS, not iOS' },
					...{ deviceId: computer, ...others },
				},
				pairedItem: { item: 0 },
			},
			{
				json: { success: true, outcome: 'sent', deviceId: phone, ...others },
				pairedItem: { item: 1 },
			},
		]);
		const asked = simulation.site.requests.filter(({ method }) => method === 'GET');
		expect(asked.map(({ query }) => query.filters)).toEqual([
			`ID eq ${computer} or ID eq ${phone}`,
		]);
		const commands = simulation.site.requests.filter(({ method }) => method !== 'GET');
		expect(commands.map(({ path }) => /Device\/(\d+)/.exec(path)?.[1])).toEqual([String(phone)]);
	});
});

describe("'Only If'", () => {
	it('asks for nothing without a condition', async () => {
		await command(
			'lock',
			find(() => true),
		);
		expect(simulation.site.requests.map(({ api }) => api)).toEqual(['v2']);
	});

	it.each([
		['managementType', 'iOSSupervised', 'Management Type'],
		['onlineStatus', 'Inactive', 'Online Status'],
		['tag', { __rl: true, mode: 'list', value: 'Loan' }, 'Tag'],
	])('knows %s', async (name, value, label) => {
		const expected = typeof value === 'string' ? value : value.value;
		const matches = (device: SimulatedDevice) =>
			[device.managementType, device.onlineStatus, ...device.tags].includes(expected);
		const [good] = find(matches);
		const [bad] = find((device) => !matches(device));
		const { success } = await command('lock', [good, bad], { onlyIf: { [name]: value } });
		expect(success.map(({ json }) => json)).toEqual([
			{ success: true, outcome: 'sent', deviceId: good },
			{
				success: false,
				outcome: 'skipped',
				reason: expect.stringMatching(new RegExp(`^${label} is .*, not ${expected}$`)) as string,
				deviceId: bad,
			},
		]);
	});

	it('needs all conditions to be true', async () => {
		const [id] = find(
			({ platform, onlineStatus }) => platform === 'iOS' && onlineStatus === 'Active',
		);
		const onlyIf = { platform: 'iOS', onlineStatus: 'Inactive' };
		const { success } = await command('lock', [id], { onlyIf });
		expect(success[0].json).toMatchObject({ reason: 'Online Status is Active, not Inactive' });
	});

	it('skips a device that API v1 does not list', async () => {
		const { success } = await command('lock', [99_999], { onlyIf: { platform: 'iOS' } });
		expect(success[0].json).toEqual({
			success: false,
			outcome: 'skipped',
			reason: 'API v1 lists no such device',
			deviceId: 99_999,
		});
		expect(sent('v2')).toEqual([]);
	});

	it('trusts no answer about another device', async () => {
		const [id] = find(({ platform }) => platform === 'macOS');
		simulation.site.addFault({
			path: '/API/Device',
			status: 200,
			body: '<Content><Items count="1"><Device><ID>4711</ID><Platform>iOS</Platform></Device></Items></Content>',
		});
		const { success } = await command('wipe', [id], { onlyIf: { platform: 'iOS' } });
		expect(success[0].json).toMatchObject({ success: false, outcome: 'skipped' });
		expect(sent('v2')).toEqual([]);
	});

	it('sends no command when the device could not be looked up, and says it was not sent', async () => {
		const [id] = find(({ platform }) => platform === 'iOS');
		simulation.site.addFault({ path: '/API/Device', reset: 'afterHandling' });
		const { error } = await command('wipe', [id], {
			onlyIf: { platform: 'iOS' },
			options: { maxRetries: 1 },
		});
		expect(error?.message).toBe(
			`Device ${id}: Miradore did not answer: the connection broke off, even when asked 2 times [item 0]`,
		);
		expect(error?.description).toContain(`Failed: Device ${id}.`);
		expect(sent('v2')).toEqual([]);
	});

	it('refuses an empty condition before anything is sent', async () => {
		const { error } = await command(
			'lock',
			find(() => true),
			{ onlyIf: { managementType: '' } },
		);
		expect(error?.message).toBe("'Management Type Is' in 'Only If' is empty [item 0]");
		expect(simulation.site.requests).toEqual([]);
	});
});

describe.each(protectedCommands)("'Maximum Devices' of %s", (operation) => {
	it('refuses a run about more devices as a whole', async () => {
		const ids = find(() => true, 3);
		const { error } = await command(operation, ids, { options: { maximumDevices: 2 } });
		expect(error?.message).toContain("This run is about 3 devices, and 'Maximum Devices' is 2");
		expect(simulation.site.requests).toEqual([]);
	});
});

describe("'Maximum Devices'", () => {
	it('counts a device once, however many items name it', async () => {
		const [id] = find(() => true);
		const { error } = await command('lock', [id, id, id], { options: { maximumDevices: 1 } });
		expect(error).toBeUndefined();
	});

	it('is the smallest that an item has', async () => {
		const { error } = await execute({
			parameters: {
				operation: 'lock',
				deviceId: byExpression,
				options: { maximumDevices: '={{ $json.most }}' },
			},
			items: find(() => true, 3).map((id, index) => ({ id, most: [9, 2, 3][index] })),
			credential: simulation.credential,
		});
		expect(error?.message).toContain("'Maximum Devices' is 2");
		expect(error?.description).toMatch(/^Nothing was sent. Check the input items/);
		expect(simulation.site.requests).toEqual([]);
	});

	it('also refuses all items where the node goes on after failures', async () => {
		const ids = find(() => true, 3);
		const { success, error } = await command(
			'lock',
			ids,
			{ options: { maximumDevices: 2 } },
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(error).toBeUndefined();
		expect(success).toHaveLength(3);
		for (const { json } of success) expect(json.error).toContain("'Maximum Devices' is 2");
		expect(simulation.site.requests).toEqual([]);
	});

	it('counts the devices of all runs of the node in one execution, as in a loop', async () => {
		const [first, second, third] = find(() => true, 3);
		const limited = (maximumDevices: number, rounds: number) =>
			execute({
				parameters: {
					operation: 'lock',
					deviceId: { ...byExpression, value: '={{ $json.ids[$runIndex] }}' },
					options: { maximumDevices },
				},
				items: [{ ids: [first, second, first, third] }],
				credential: simulation.credential,
				rounds,
				settings: { onError: 'continueRegularOutput' },
			});
		const within = await limited(2, 3);
		expect(within.success[0].json).toEqual({ success: true, outcome: 'sent', deviceId: first });
		simulation.site.clearRequests();
		const beyond = await limited(2, 4);
		expect(beyond.success[0].json.error).toBe(
			`Device ${third}: With 2 before, this execution would be about 3 devices, and 'Maximum Devices' is 2`,
		);
		expect(sent('v2').map(({ path }) => path)).toEqual(
			[first, second, first].map((id) => `/Device/${id}/Lock`),
		);
	});

	it.each([0, 'many', -1])('refuses %p as a number', async (maximumDevices) => {
		const { error } = await command(
			'lock',
			find(() => true),
			{ options: { maximumDevices } },
		);
		expect(error?.message).toContain("'Maximum Devices' is not a whole number from 1");
		expect(simulation.site.requests).toEqual([]);
	});
});
