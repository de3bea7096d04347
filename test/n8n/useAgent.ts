import type { INode, INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { startChatModel, type ChatModel } from './chatModel';
import { failureOf, outputOf, type Execution } from './executions';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';

/**
 * A site and a model for the tests of a file, where no device is locked before each, and ways to have
 * an agent call its tool.
 */
export function useAgent() {
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

	return {
		get site() {
			return site;
		},
		get model() {
			return model;
		},
		/** Makes the tools, each with parameters that the model is to give. */
		tools: {
			lock: (parameters: INodeParameters = {}) =>
				miradoreTool('lock', credentialId, fromModel('Device', 'string'), parameters),
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
		},
		/**
		 * Has the model call the tool with these arguments, and once more with each of the further ones;
		 * gives the execution of the agent.
		 */
		call,
		/** The same, where the agent is to get one answer; gives what it got, parsed. */
		ask: async (tool: INode, toolArguments: object): Promise<object[]> => {
			const execution = await call(tool, toolArguments);
			expect(failureOf(execution)).toBe('');
			expect(outputOf(execution, agentNodes.agent)).toMatchObject([{ json: { output: 'Done' } }]);
			expect(model.toolResults).toHaveLength(1);
			return JSON.parse(model.toolResults[0]) as object[];
		},
		/** The id of a device for each lock that the site got for it, device by device. */
		lockedIds: () => site.fleet.devices.flatMap(({ id, lockedAt }) => lockedAt.map(() => id)),
	};
}
