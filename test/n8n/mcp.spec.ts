import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { fromModel, miradoreTool } from './agentWorkflow';
import { McpClient } from './mcpClient';
import { sharedClient, sharedN8n } from './sharedN8n';

describe("n8n's MCP Server Trigger", () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});
	beforeEach(() => {
		site.clearRequests();
		site.clearFaults();
		for (const device of site.fleet.devices) device.lockedAt = [];
	});
	afterAll(() => site.stop());

	/** Publishes a workflow with the tool behind a trigger of its own; gives a client of it. */
	async function serve(tool: INode): Promise<McpClient> {
		const path = randomUUID();
		const trigger: INode = {
			id: randomUUID(),
			name: 'MCP',
			type: '@n8n/n8n-nodes-langchain.mcpTrigger',
			typeVersion: 2,
			position: [0, 0],
			parameters: { path, authentication: 'none' },
			webhookId: randomUUID(),
		};
		const workflow = await n8n.createWorkflow({
			name: 'MCP',
			nodes: [trigger, tool],
			connections: { [tool.name]: { ai_tool: [[{ node: 'MCP', type: 'ai_tool', index: 0 }]] } },
			settings: { executionOrder: 'v1', timezone: 'UTC' },
		});
		await n8n.publish(workflow);
		const client = new McpClient(`${sharedN8n().url}/mcp/${path}`);
		await client.openOnceServed();
		return client;
	}

	const lock = (client: McpClient, name: string, device: string) =>
		client.call<{ content: Array<{ text: string }> }>('tools/call', {
			name,
			arguments: { Device: device },
		});

	it("has a command of unknown outcome sent once, also with 'Retry On Fail'", async () => {
		const tool = miradoreTool('lock', credentialId, fromModel('Device', 'string'));
		const client = await serve({ ...tool, retryOnFail: true, maxTries: 3, waitBetweenTries: 10 });
		const { tools } = await client.call<{ tools: Array<{ name: string }> }>('tools/list', {});

		site.addFault({ path: '/Device/3/Lock', status: 502, handled: true });
		const { content } = await lock(client, tools[0].name, '3');
		expect(content[0].text).toContain('It is not known whether Miradore carried this out');
		expect(site.requests).toHaveLength(1);

		await lock(client, tools[0].name, '4');
		expect(site.fleet.devices.filter(({ lockedAt }) => lockedAt.length === 1)).toHaveLength(2);
	});
});
