import type { INodeParameters } from 'n8n-workflow';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { failureOf } from './executions';
import { sharedClient } from './sharedN8n';
import { useModel } from './useModel';
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
	const used = useModel('guards');

	it.each(guards)('is refused in the node: %j', async (parameters) => {
		const lock = miradore('Lock', 'lock', used.credentialId, '={{ $json.id }}', parameters);
		const workflow = inARow('Lock', [manualTrigger('Run')], [...listDevices([1]), lock]);
		const execution = await n8n.run(await n8n.createWorkflow(workflow), 'Run');
		expect(used.site.requests).toEqual([]);
		expect(failureOf(execution)).toMatch(/Only If|Options/);
	});

	it.each(guards)('is refused in the tool of an agent: %j', async (parameters) => {
		used.model.toolArguments = { Device: '1' };
		const tool = miradoreTool('lock', used.credentialId, fromModel('Device', 'string'), parameters);
		const workflow = agentWorkflow(used.modelId, { ...tool, onError: 'continueRegularOutput' });
		await n8n.run(await n8n.createWorkflow(workflow), agentNodes.trigger);
		expect(used.site.requests).toEqual([]);
	});

	it.each([2, 3])('calls a tool without arguments twice, agent %d', async (typeVersion) => {
		used.model.toolArguments = {};
		used.model.furtherCalls = [{}];
		const tool = miradoreTool('lock', used.credentialId, '1');
		const workflow = agentWorkflow(used.modelId, { ...tool, retryOnFail: true });
		const nodes = workflow.nodes.map((node) =>
			node.name === agentNodes.agent ? { ...node, typeVersion } : node,
		);
		await n8n.run(await n8n.createWorkflow({ ...workflow, nodes }), agentNodes.trigger);
		expect(used.site.requests).toHaveLength(2);
	});
});
