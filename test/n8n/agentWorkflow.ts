import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { manualTrigger, miradore, type WorkflowDefinition } from './workflows';

/** The names of the nodes that are looked at. */
export const agentNodes = { trigger: 'Run', agent: 'Agent', tool: 'Miradore Tool' } as const;

/** A parameter's value that the model is to give, as the editor's button for it writes it. */
export function fromModel(name: string, type: 'string' | 'number' | 'boolean'): string {
	return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${type}') }}`;
}

/** A workflow of an AI Agent that has this package's node as its only tool. */
export function agentWorkflow(modelCredentialId: string, tool: INode): WorkflowDefinition {
	const openAi = { openAiApi: { id: modelCredentialId, name: 'Model' } };
	const model = { model: { __rl: true, mode: 'id', value: 'any' } };
	const nodes = [
		manualTrigger(agentNodes.trigger),
		node(agentNodes.agent, 'agent', 3, { promptType: 'define', text: 'Help me.', options: {} }),
		{ ...node('Model', 'lmChatOpenAi', 1.2, model), credentials: openAi },
		tool,
	];
	const to = (type: 'main' | 'ai_languageModel' | 'ai_tool') => ({
		[type]: [[{ node: agentNodes.agent, type, index: 0 }]],
	});
	const connections = {
		[agentNodes.trigger]: to('main'),
		Model: to('ai_languageModel'),
		[tool.name]: to('ai_tool'),
	} as IConnections;
	const settings = { executionOrder: 'v1' as const, timezone: 'UTC' };
	return { name: 'Agent', nodes, connections, settings };
}

/** This package's node as a tool. */
export function miradoreTool(
	operation: Parameters<typeof miradore>[1],
	credentialId: string,
	deviceId: string,
	parameters: INodeParameters = {},
): INode {
	const node = miradore(agentNodes.tool, operation, credentialId, deviceId, parameters);
	return { ...node, type: 'n8n-nodes-miradore.miradoreTool' };
}

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	const fullType = `@n8n/n8n-nodes-langchain.${type}`;
	return { id: randomUUID(), name, type: fullType, typeVersion, position: [0, 0], parameters };
}
