import type { SimulatedDevice } from '../simulator';
import { protectedCommands, useCommands } from './useCommands';

const { simulation, command, sent, find } = useCommands();

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
