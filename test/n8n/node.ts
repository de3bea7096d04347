import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

/** A node as n8n keeps it; `type` with its package, such as `n8n-nodes-base.wait`. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters = {},
): INode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}
