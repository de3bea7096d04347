import { randomUUID } from 'node:crypto';
import type { IConnections, INode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { startChatModel, type ChatModel } from './chatModel';
import { sharedClient } from './sharedN8n';
import type { WorkflowDefinition } from './workflows';

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

/** For a model that is out at its second request, the first that tells what the tool gave. */
const failsBehindTool: ChatModel['fails'] = (results, request) => results > 0 && request <= 2;

describe.each([2, 3])('An agent of version %s', (agentVersion) => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let model: ChatModel;
	let credentialId: string;
	let modelId: string;

	beforeEach(async () => {
		[site, model] = await Promise.all([startSimulator(), startChatModel()]);
		model.toolArguments = { Device: '1' };
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		modelId = await n8n.createCredential('Model', { apiKey: 'any', url: model.url }, 'openAiApi');
	});
	afterEach(() => Promise.all([site.stop(), model.stop()]));

	const definition = (settings: { agent?: object; tool?: object } = {}): WorkflowDefinition => {
		const tool = miradoreTool('lock', credentialId, fromModel('Device', 'string'));
		const workflow = agentWorkflow(modelId, { ...tool, ...settings.tool });
		return {
			...workflow,
			nodes: workflow.nodes.map(
				(node): INode =>
					node.name === agentNodes.agent
						? { ...node, typeVersion: agentVersion, ...settings.agent }
						: node,
			),
		};
	};
	const run = async (workflow: WorkflowDefinition) =>
		n8n.run(await n8n.createWorkflow(workflow), agentNodes.trigger);
	const locks = () => site.requests.filter(({ path }) => path === '/Device/1/Lock').length;

	it('locks a device once that fails after the tool and is retried', async () => {
		model.fails = failsBehindTool;
		const failed = await run(definition());
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(1);
	});

	it('that called the tool twice sends nothing a third time when it is retried', async () => {
		model.furtherCalls = [{ Device: '1' }];
		model.fails = failsBehindTool;
		const failed = await run(definition());
		expect([failed.status, locks()]).toEqual(['error', 2]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(2);
	});

	it('sends its own command when it is retried, although another agent sent the same', async () => {
		model.fails = (_results, request) => request === 3;
		const { nodes, connections, ...rest } = definition();
		const agent = nodes.find(({ name }) => name === agentNodes.agent) as INode;
		const second = { ...agent, id: randomUUID(), name: 'Second' };
		const link = (type: string) => [
			[agentNodes.agent, 'Second'].map((node) => ({ node, type, index: 0 })),
		];
		const failed = await run({
			...rest,
			nodes: [...nodes, second],
			connections: {
				...connections,
				[agentNodes.agent]: { main: [[{ node: 'Second', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: link('ai_languageModel') },
				[agentNodes.tool]: { ai_tool: link('ai_tool') },
			} as IConnections,
		});
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(2);
	});

	it('locks once where the outcome is open and the tool has Retry On Fail', async () => {
		site.addFault({ path: '/Device/1/Lock', status: 502, handled: true });
		await run(definition({ tool: retryOnFail }));
		expect(locks()).toBe(1);
	});

	it('locks twice where the model calls for the same twice, also with Retry On Fail', async () => {
		model.furtherCalls = [{ Device: '1' }];
		await run(definition({ tool: retryOnFail }));
		expect(locks()).toBe(2);
	});

	// In version 2 it is a conversation anew, in which the model calls its tool again: README says to leave it off.
	it("calls its tool again with the agent's own Retry On Fail, in version 2", async () => {
		model.fails = failsBehindTool;
		const execution = await run(definition({ agent: retryOnFail }));
		expect(execution.status).toBe('success');
		expect(locks()).toBe(agentVersion === 2 ? 2 : 1);
	});
});
