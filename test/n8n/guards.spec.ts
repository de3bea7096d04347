import type { INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { startChatModel, type ChatModel } from './chatModel';
import { failureOf } from './executions';
import { sharedClient } from './sharedN8n';
import { inARow, listDevices, manualTrigger, miradore } from './workflows';

const guards: INodeParameters[] = [
	{ onlyIf: { Platform: 'iOS' } },
	{ onlyIf: '={{ { Platform: "iOS" } }}' },
	{ onlyIf: { platform: '={{ $json.missing }}' } },
	{ onlyIf: '={{ $json.missing }}' },
	{ onlyIf: '={{ null }}' },
	{ onlyIf: { platform: null } },
	{ onlyIf: { tag: { __rl: true, mode: 'name', value: '={{ $json.missing }}' } } },
	{ options: { maximumdevices: 1 } },
	{ options: '={{ { dryrun: true } }}' },
	{ options: { dryRun: '={{ $json.missing }}' } },
	{ options: { maximumDevices: '={{ Number("x") }}' } },
	{ options: '={{ $json.missing }}' },
	{ options: { maximumDevices: '' } },
	{ options: { maximumDevices: null } },
];

describe('A guard that says nothing in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let model: ChatModel;
	let credentialId: string;
	let modelId: string;
	beforeAll(async () => {
		[site, model] = await Promise.all([startSimulator(), startChatModel()]);
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		modelId = await n8n.createCredential('Model', { apiKey: 'any', url: model.url }, 'openAiApi');
	});
	beforeEach(() => site.clearRequests());
	afterAll(() => Promise.all([site.stop(), model.stop()]));

	it.each(guards)('is refused in the node: %j', async (parameters) => {
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', parameters);
		const workflow = inARow('Lock', [manualTrigger('Run')], [...listDevices([1]), lock]);
		const execution = await n8n.run(await n8n.createWorkflow(workflow), 'Run');
		expect(site.requests).toEqual([]);
		expect(failureOf(execution)).toMatch(/Only If|Options/);
	});

	it.each(guards)('is refused in the tool of an agent: %j', async (parameters) => {
		model.toolArguments = { Device: '1' };
		model.furtherCalls = [];
		const tool = miradoreTool('lock', credentialId, fromModel('Device', 'string'), parameters);
		const workflow = agentWorkflow(modelId, { ...tool, onError: 'continueRegularOutput' });
		await n8n.run(await n8n.createWorkflow(workflow), agentNodes.trigger);
		expect(site.requests).toEqual([]);
	});

	it.each([2, 3])('calls a tool without arguments twice, agent %d', async (typeVersion) => {
		model.toolArguments = {};
		model.furtherCalls = [{}];
		const tool = miradoreTool('lock', credentialId, '1');
		const workflow = agentWorkflow(modelId, { ...tool, retryOnFail: true });
		const nodes = workflow.nodes.map((node) =>
			node.name === agentNodes.agent ? { ...node, typeVersion } : node,
		);
		await n8n.run(await n8n.createWorkflow({ ...workflow, nodes }), agentNodes.trigger);
		expect(site.requests).toHaveLength(2);
	});
});
