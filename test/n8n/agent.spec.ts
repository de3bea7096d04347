import type { INode } from 'n8n-workflow';
import { failureOf } from './executions';
import { useAgent } from './useAgent';

describe('An AI agent in n8n', () => {
	const agent = useAgent();
	const { tools, call, ask, lockedIds } = agent;

	it.each([
		['lock', 'Lock device in Miradore', { Device: { type: 'string' } }],
		[
			'getLocations',
			'Get locations of device in Miradore',
			{ Device: { type: 'string' }, Start: { type: 'string' }, End: { type: 'string' } },
		],
		[
			'getAll',
			'Get many devices in Miradore',
			{ Limit: { type: 'number' }, Name: { type: 'string' } },
		],
	] as const)('reads what the tool does and takes: %s', async (name, description, properties) => {
		await call(tools[name](), {});
		expect(agent.model.tools).toMatchObject([{ description, parameters: { properties } }]);
	});

	it.each([
		['text', 'lock', '3'],
		['text with spaces', 'lock', ' 3 '],
		['a number where text was asked for', 'lock', 3],
		['a number', 'lockByNumber', 3],
		['text where a number was asked for', 'lockByNumber', '3'],
	] as const)('locks the device that it gives as %s', async (_, name, Device) => {
		expect(await ask(tools[name](), { Device })).toEqual([
			{ success: true, outcome: 'sent', deviceId: 3 },
		]);
		expect(lockedIds()).toEqual([3]);
	});

	it('gets the locations of the days that it asks for', async () => {
		const days = { Start: '2026-11-10', End: '2026-11-12' };
		const locations = await ask(tools.getLocations(), { Device: '2', ...days });
		expect(locations).toMatchObject([{ deviceId: 2, timestamp: '2026-11-10T09:48:20Z' }]);
		const [{ query }] = agent.site.requests;
		expect({ ...query }).toEqual({ startDate: days.Start, endDate: days.End });
	});

	it.each([2, '2'])('finds as many devices as it asks for: %j', async (Limit) => {
		const { name } = agent.site.fleet.devices[2];
		expect(await ask(tools.getAll(), { Limit, Name: 'a' })).toHaveLength(2);
		expect(await ask(tools.getAll(), { Limit, Name: name })).toMatchObject([{ id: 3, name }]);
	});

	it("has a command of unknown outcome sent once, also with 'Retry On Fail'", async () => {
		const { site, model } = agent;
		site.addFault({ path: '/Device/3/Lock', status: 502, handled: true });
		const tool: INode = { ...tools.lock(), retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await call(tool, { Device: '3' });
		expect(model.toolResults.join() || failureOf(execution)).toContain(
			'It is not known whether Miradore carried this out',
		);
		expect(lockedIds()).toEqual([3]);
		expect(site.requests).toHaveLength(1);
		site.clearFaults();
	});

	it('may call the tool again in the same execution, which is a new command', async () => {
		await call(tools.lock(), { Device: '3' }, [{ Device: '4' }, { Device: '5' }]);
		expect(lockedIds().sort()).toEqual([3, 4, 5]);
	});

	it("is kept to 'Maximum Devices' over all its calls", async () => {
		const tool = tools.lock({ options: { maximumDevices: 2 } });
		const calls = ['4', '4', '5', '6', '7'].map((Device) => ({ Device }));
		await call({ ...tool, onError: 'continueRegularOutput' }, { Device: '3' }, calls);
		expect([...new Set(lockedIds())]).toHaveLength(2);
	});
});
