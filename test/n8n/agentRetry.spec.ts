import { randomUUID } from 'node:crypto';
import type { IConnections, INode } from 'n8n-workflow';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import type { ChatModel } from './chatModel';
import { sharedClient } from './sharedN8n';
import { useModel } from './useModel';
import type { WorkflowDefinition } from './workflows';

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

/** For a model that is out at its second request, the first that tells what the tool gave. */
const failsBehindTool: ChatModel['fails'] = (results, request) => results > 0 && request <= 2;

describe.each([2, 3])('An agent of version %s', (agentVersion) => {
	const n8n = sharedClient();
	const used = useModel('retry');
	beforeEach(() => void (used.model.toolArguments = { Device: '1' }));

	const definition = (settings: { agent?: object; tool?: object } = {}): WorkflowDefinition => {
		const tool = miradoreTool('lock', used.credentialId, fromModel('Device', 'string'));
		const workflow = agentWorkflow(used.modelId, { ...tool, ...settings.tool });
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
	const locks = () => used.site.requests.filter(({ path }) => path === '/Device/1/Lock').length;

	it('locks a device once that fails after the tool and is retried', async () => {
		used.model.fails = failsBehindTool;
		const failed = await run(definition());
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(1);
	});

	it('that called the tool twice sends nothing a third time when it is retried', async () => {
		used.model.furtherCalls = [{ Device: '1' }];
		used.model.fails = failsBehindTool;
		const failed = await run(definition());
		expect([failed.status, locks()]).toEqual(['error', 2]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(2);
	});

	it('sends its own command when it is retried, although another agent sent the same', async () => {
		used.model.fails = (_results, request) => request === 3;
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
		used.site.addFault({ path: '/Device/1/Lock', status: 502, handled: true });
		await run(definition({ tool: retryOnFail }));
		expect(locks()).toBe(1);
	});

	it('locks twice where the model calls for the same twice, also with Retry On Fail', async () => {
		used.model.furtherCalls = [{ Device: '1' }];
		await run(definition({ tool: retryOnFail }));
		expect(locks()).toBe(2);
	});

	// In version 2 it is a conversation anew, in which the model calls its tool again: README says to leave it off.
	it("calls its tool again with the agent's own Retry On Fail, in version 2", async () => {
		used.model.fails = failsBehindTool;
		const execution = await run(definition({ agent: retryOnFail }));
		expect(execution.status).toBe('success');
		expect(locks()).toBe(agentVersion === 2 ? 2 : 1);
	});
});
