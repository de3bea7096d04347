import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { IConnections, INode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { sharedClient } from './sharedN8n';

interface Asked {
	messages: Array<{ role: string; content: string }>;
	tools?: Array<{ function: { name: string } }>;
}

/** A model that calls its tool for these devices, and fails where it is told to. */
interface Model {
	server: Server;
	url: string;
	devices: string[];
	failsBefore: (results: number, asked: number) => boolean;
	asked: number;
}

async function startModel(): Promise<Model> {
	const model: Model = {
		server: createServer((request, response) => {
			void json(request).then((body) => {
				const { messages, tools = [] } = body as Asked;
				const results = messages.filter(({ role }) => role === 'tool').length;
				model.asked += 1;
				response.setHeader('Content-Type', 'application/json');
				if (model.failsBefore(results, model.asked)) {
					response.statusCode = 400;
					response.end(JSON.stringify({ error: { message: 'The model is out', type: 'x' } }));
					return;
				}
				const calls = model.devices.map((Device) => ({
					id: randomUUID(),
					type: 'function',
					function: { name: tools[0]?.function.name, arguments: JSON.stringify({ Device }) },
				}));
				const message =
					results > 0
						? { role: 'assistant', content: 'Done' }
						: { role: 'assistant', content: null, tool_calls: calls };
				const finish = results > 0 ? 'stop' : 'tool_calls';
				response.end(
					JSON.stringify({
						id: randomUUID(),
						object: 'chat.completion',
						created: 0,
						model: 'any',
						choices: [{ index: 0, message, finish_reason: finish }],
						usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
					}),
				);
			});
		}),
		url: '',
		devices: ['1'],
		failsBefore: () => false,
		asked: 0,
	};
	await once(model.server.listen({ host: '127.0.0.1', port: 0 }), 'listening');
	model.url = `http://127.0.0.1:${(model.server.address() as AddressInfo).port}/v1`;
	return model;
}

describe.each([2, 3])('An agent of version %s', (agentVersion) => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let model: Model;
	let credentialId: string;
	let modelId: string;

	beforeEach(async () => {
		[site, model] = await Promise.all([startSimulator(), startModel()]);
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		modelId = await n8n.createCredential('Model', { apiKey: 'any', url: model.url }, 'openAiApi');
	});
	afterEach(async () => {
		model.server.closeAllConnections();
		model.server.close();
		await site.stop();
	});

	const definition = (settings = {}) => {
		const tool = miradoreTool('lock', credentialId, fromModel('Device', 'string'));
		const workflow = agentWorkflow(modelId, tool);
		return {
			...workflow,
			nodes: workflow.nodes.map(
				(node): INode =>
					node.name === agentNodes.agent
						? { ...node, typeVersion: agentVersion, ...settings }
						: node,
			),
		};
	};
	const locks = () => site.requests.filter(({ path }) => path === '/Device/1/Lock').length;

	it('locks a device once that fails after the tool and is retried', async () => {
		model.failsBefore = (results, asked) => results > 0 && asked <= 2;
		const failed = await n8n.run(await n8n.createWorkflow(definition()), agentNodes.trigger);
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(1);
	});

	it('that called the tool twice sends nothing a third time when it is retried', async () => {
		model.devices = ['1', '1'];
		model.failsBefore = (results, asked) => results > 0 && asked <= 2;
		const failed = await n8n.run(await n8n.createWorkflow(definition()), agentNodes.trigger);
		expect([failed.status, locks()]).toEqual(['error', 2]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(2);
	});

	it('sends its own command when it is retried, although another agent sent the same', async () => {
		model.failsBefore = (_results, asked) => asked === 3;
		const { nodes, connections, ...rest } = definition();
		const agent = nodes.find(({ name }) => name === agentNodes.agent) as INode;
		const second = { ...agent, id: randomUUID(), name: 'Second' };
		const link = (type: string) => [
			[agentNodes.agent, 'Second'].map((node) => ({ node, type, index: 0 })),
		];
		const failed = await n8n.run(
			await n8n.createWorkflow({
				...rest,
				nodes: [...nodes, second],
				connections: {
					...connections,
					[agentNodes.agent]: { main: [[{ node: 'Second', type: 'main', index: 0 }]] },
					Model: { ai_languageModel: link('ai_languageModel') },
					[agentNodes.tool]: { ai_tool: link('ai_tool') },
				} as IConnections,
			}),
			agentNodes.trigger,
		);
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const retried = await n8n.retry(failed.id);
		expect(retried.status).toBe('success');
		expect(locks()).toBe(2);
	});

	it('locks once where the outcome is open and the tool has Retry On Fail', async () => {
		site.addFault({ path: '/Device/1/Lock', status: 502, handled: true });
		const { nodes, ...rest } = definition();
		const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const workflow = {
			...rest,
			nodes: nodes.map((node) =>
				node.name === agentNodes.tool ? { ...node, ...retryOnFail } : node,
			),
		};
		await n8n.run(await n8n.createWorkflow(workflow), agentNodes.trigger);
		expect(locks()).toBe(1);
	});

	it('locks twice where the model calls for the same twice, also with Retry On Fail', async () => {
		model.devices = ['1', '1'];
		const { nodes, ...rest } = definition();
		const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const workflow = {
			...rest,
			nodes: nodes.map((node) =>
				node.name === agentNodes.tool ? { ...node, ...retryOnFail } : node,
			),
		};
		await n8n.run(await n8n.createWorkflow(workflow), agentNodes.trigger);
		expect(locks()).toBe(2);
	});

	// In version 2 it is a conversation anew, in which the model calls its tool again: README says to leave it off.
	it("calls its tool again with the agent's own Retry On Fail, in version 2", async () => {
		model.failsBefore = (results, asked) => results > 0 && asked <= 2;
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await n8n.run(
			await n8n.createWorkflow(definition(settings)),
			agentNodes.trigger,
		);
		expect(execution.status).toBe('success');
		expect(locks()).toBe(agentVersion === 2 ? 2 : 1);
	});
});
