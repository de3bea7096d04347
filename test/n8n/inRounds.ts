import type { IConnections, INode } from 'n8n-workflow';
import { node } from './node';
import { inARow, manualTrigger, type WorkflowDefinition } from './workflows';

/**
 * A workflow with n8n's node 'Loop Over Items', which gives its items to nodes in a row, round by round.
 *
 * @param triggerName of the manual trigger
 * @param before the nodes that make the items
 * @param round the nodes of each round
 * @param batchSize the items of a round
 */
export function inRounds(
	triggerName: string,
	before: INode[],
	round: INode[],
	batchSize = 1,
): WorkflowDefinition {
	const loop = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize, options: {} });
	const row = inARow('Loop', [manualTrigger(triggerName)], [...before, loop]);
	const to = ({ name }: INode) => [{ node: name, type: 'main' as const, index: 0 }];
	const links = round.map((one, index) => [one.name, { main: [to(round[index + 1] ?? loop)] }]);
	const loops = Object.fromEntries([
		['Loop', { main: [[], to(round[0])] }],
		...links,
	]) as IConnections;
	return {
		...row,
		nodes: [...row.nodes, ...round],
		connections: { ...row.connections, ...loops },
	};
}
