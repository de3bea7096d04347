import { execute } from '../core/execute';
import { byExpression, protectedCommands, useCommands } from './useCommands';

const { simulation, command, sent, find } = useCommands();

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
