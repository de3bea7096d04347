import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { node } from './node';
import { manualTrigger, miradore, type WorkflowDefinition } from './workflows';

const langchain = '@n8n/n8n-nodes-langchain';

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
		node(agentNodes.agent, `${langchain}.agent`, 3, {
			promptType: 'define',
			text: 'Help me.',
			options: {},
		}),
		{ ...node('Model', `${langchain}.lmChatOpenAi`, 1.2, model), credentials: openAi },
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
	const tool = miradore(agentNodes.tool, operation, credentialId, deviceId, parameters);
	return { ...tool, type: 'n8n-nodes-miradore.miradoreTool' };
}
