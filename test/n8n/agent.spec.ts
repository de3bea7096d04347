import { credentialOf, spellings } from '../core/site';
import type { INode } from 'n8n-workflow';
import { startSimulator, type SimulatedSite } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { startChatModel, type ChatModel } from './chatModel';
import { failureOf, outputOf, type Execution } from './executions';
import { sharedClient } from './sharedN8n';
import { holdsKey, telltaleKey } from './traces';
import { chosenVersion } from './version';

describe('An AI agent in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let model: ChatModel;
	let credentialId: string;
	let modelCredentialId: string;

	beforeAll(async () => {
		const apiKey = telltaleKey('agent');
		[site, model] = await Promise.all([startSimulator({ apiKey }), startChatModel()]);
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const modelCredential = { apiKey: 'any', url: model.url };
		modelCredentialId = await n8n.createCredential('Model', modelCredential, 'openAiApi');
	});

	beforeEach(() => {
		site.clearRequests();
		for (const device of site.fleet.devices) device.lockedAt = [];
	});

	afterAll(() => Promise.all([site.stop(), model.stop()]));

	const tools = {
		lock: () => miradoreTool('lock', credentialId, fromModel('Device', 'string')),
		lockByNumber: () => miradoreTool('lock', credentialId, fromModel('Device', 'number')),
		getLocations: () =>
			miradoreTool('getLocations', credentialId, fromModel('Device', 'string'), {
				filters: { startDate: fromModel('Start', 'string'), endDate: fromModel('End', 'string') },
			}),
		getAll: () =>
			miradoreTool('getAll', credentialId, '', {
				limit: fromModel('Limit', 'number'),
				filters: { nameContains: fromModel('Name', 'string') },
			}),
	} satisfies Record<string, () => INode>;

	/** Has the model call the tool with these arguments; gives the execution of the agent. */
	async function call(
		tool: INode,
		toolArguments: object,
		further: object[] = [],
	): Promise<Execution> {
		model.toolArguments = toolArguments;
		model.toolResults = [];
		model.furtherCalls = further;
		const workflow = await n8n.createWorkflow(agentWorkflow(modelCredentialId, tool));
		return n8n.run(workflow, agentNodes.trigger);
	}

	/** The same, where the agent is to get an answer; gives what it got, parsed. */
	async function ask(tool: INode, toolArguments: object): Promise<object[]> {
		const execution = await call(tool, toolArguments);
		expect(failureOf(execution)).toBe('');
		expect(outputOf(execution, agentNodes.agent)).toMatchObject([{ json: { output: 'Done' } }]);
		expect(model.toolResults).toHaveLength(1);
		return JSON.parse(model.toolResults[0]) as object[];
	}

	const lockedIds = () => site.fleet.devices.flatMap(({ id, lockedAt }) => lockedAt.map(() => id));

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
		expect(model.tools).toMatchObject([{ description, parameters: { properties } }]);
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
		const [{ query }] = site.requests;
		expect({ ...query }).toEqual({ startDate: days.Start, endDate: days.End });
	});

	it.each([2, '2'])('finds as many devices as it asks for: %j', async (Limit) => {
		const { name } = site.fleet.devices[2];
		expect(await ask(tools.getAll(), { Limit, Name: 'a' })).toHaveLength(2);
		expect(await ask(tools.getAll(), { Limit, Name: name })).toMatchObject([{ id: 3, name }]);
	});

	const refusals: Array<[keyof typeof tools, object, string]> = [
		['lock', {}, "'Device' is empty"],
		['lock', { Device: null }, "'Device' is empty"],
		['lock', { Device: '' }, "'Device' is empty"],
		['lock', { Device: {} }, "'Device' is not a device ID: (empty)"],
		['lock', { Device: ['1', '2'] }, "'Device' is not a device ID: (empty)"],
		['lock', { Device: '1, 2' }, "'Device' is not a device ID: 1, 2"],
		['lock', { Device: "Anna's phone" }, "'Device' is not a device ID: Anna's phone"],
		['lock', { device: '1' }, "'Device' is empty"],
		['lockByNumber', {}, "'Device' is empty"],
		['lockByNumber', { Device: 1.5 }, "'Device' is not a device ID: 1.5"],
		['lockByNumber', { Device: true }, "'Device' is not a device ID: true"],
		['getLocations', {}, "'Device' is empty"],
		['getLocations', { Device: '2', End: '2026-11-12' }, "'Start Date' in 'Filters' is empty"],
		[
			'getLocations',
			{ Device: '2', Start: 'yesterday', End: '2026-11-12' },
			"'Start Date' is not a date: yesterday",
		],
		[
			'getLocations',
			{ Device: '2', Start: 20261110, End: '2026-11-12' },
			"'Start Date' is not a date: 20261110",
		],
		['getAll', {}, "'Limit' is empty"],
		['getAll', { Limit: 'two', Name: 'a' }, "'Limit' is not a whole number"],
		['getAll', { Limit: 2, Name: '' }, "'Name Contains' in 'Filters' is empty"],
	];

	it.each(refusals)('has nothing sent, and is told why: %s %j', async (name, given, reason) => {
		const tool: INode = { ...tools[name](), onError: 'continueRegularOutput' };
		const [answer] = await ask(tool, given);
		expect(answer).toMatchObject({ error: expect.stringContaining(reason) as string });
		expect(site.requests).toEqual([]);
	});

	it('is told how to do better where the tool goes on after an error', async () => {
		const tool: INode = { ...tools.lock(), onError: 'continueRegularOutput' };
		const [answer] = await ask(tool, { Device: 'Anna' });
		const advice = 'Enter the number that Miradore gave the device, for example 12';
		expect(answer).toMatchObject({ message: expect.stringContaining(advice) as string });
	});

	it('is told that a device does not exist', async () => {
		const tool: INode = { ...tools.lock(), onError: 'continueRegularOutput' };
		const [answer] = await ask(tool, { Device: '999' });
		expect(answer).toMatchObject({
			error: 'Device 999: Miradore did not find it (404)',
			details: { deviceId: 999, httpCode: 404 },
		});
	});

	it('is told what the site said, without the key that it repeated', async () => {
		const tool: INode = { ...tools.lock(), onError: 'continueRegularOutput' };
		site.addFault({ status: 400, body: spellings(site.apiKey).join(' '), times: 1 });
		const [answer] = await ask(tool, { Device: '3' });
		expect(JSON.stringify(answer)).toContain('Miradore said: ***');
		expect(holdsKey(JSON.stringify(answer), site.apiKey)).toBe(false);
	});

	it('is told why, or ends, where the tool stops at an error', async () => {
		const execution = await call(tools.lock(), { Device: 'Anna' });
		const { failedToolsAnswer } = chosenVersion();
		const text = failedToolsAnswer ? model.toolResults.join() : failureOf(execution);
		expect(text).toContain("'Device' is not a device ID: Anna");
		expect(execution.status).toBe(failedToolsAnswer ? 'success' : 'error');
		expect(site.requests).toEqual([]);
	});

	it("has a command of unknown outcome sent once, also with 'Retry On Fail'", async () => {
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
		const tool = miradoreTool('lock', credentialId, fromModel('Device', 'string'), {
			options: { maximumDevices: 2 },
		});
		const calls = ['4', '4', '5', '6', '7'].map((Device) => ({ Device }));
		await call({ ...tool, onError: 'continueRegularOutput' }, { Device: '3' }, calls);
		expect([...new Set(lockedIds())]).toHaveLength(2);
	});
});
