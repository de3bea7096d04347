import type { INode, INodeParameters } from 'n8n-workflow';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { failureOf, outputOf, type Execution } from './executions';
import { sharedClient } from './sharedN8n';
import { useModel } from './useModel';

/**
 * A site and a model for the tests of a file, where no device is locked before each, and ways to have
 * an agent call its tool.
 */
export function useAgent() {
	const n8n = sharedClient();
	const used = useModel('agent');

	async function call(
		tool: INode,
		toolArguments: object,
		further: object[] = [],
	): Promise<Execution> {
		used.model.reset();
		Object.assign(used.model, { toolArguments, furtherCalls: further });
		const workflow = await n8n.createWorkflow(agentWorkflow(used.modelId, tool));
		return n8n.run(workflow, agentNodes.trigger);
	}

	return {
		get site() {
			return used.site;
		},
		get model() {
			return used.model;
		},
		/** Makes the tools, each with parameters that the model is to give. */
		tools: {
			lock: (parameters: INodeParameters = {}) =>
				miradoreTool('lock', used.credentialId, fromModel('Device', 'string'), parameters),
			lockByNumber: () => miradoreTool('lock', used.credentialId, fromModel('Device', 'number')),
			getLocations: () =>
				miradoreTool('getLocations', used.credentialId, fromModel('Device', 'string'), {
					filters: { startDate: fromModel('Start', 'string'), endDate: fromModel('End', 'string') },
				}),
			getAll: () =>
				miradoreTool('getAll', used.credentialId, '', {
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
			expect(used.model.toolResults).toHaveLength(1);
			return JSON.parse(used.model.toolResults[0]) as object[];
		},
		/** The id of a device for each lock that the site got for it, device by device. */
		lockedIds: () => used.site.fleet.devices.flatMap(({ id, lockedAt }) => lockedAt.map(() => id)),
	};
}
