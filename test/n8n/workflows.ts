import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { node } from './node';

/** What makes a workflow, before n8n keeps it. */
export interface WorkflowDefinition {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: { executionOrder: 'v1'; timezone: string; saveExecutionProgress?: boolean };
}

/** The type name of this package's node in an n8n that has it from npm. */
const miradoreType = 'n8n-nodes-miradore.miradore';

const gridStep = 220;

/**
 * Puts nodes in a row: each trigger leads to the first node, and each node to the next.
 *
 * @param timezone IANA name of the time zone in which the workflow counts its days
 */
export function inARow(
	name: string,
	triggers: INode[],
	nodes: INode[],
	timezone = 'UTC',
): WorkflowDefinition {
	const to = (node: INode) => ({ main: [[{ node: node.name, type: 'main' as const, index: 0 }]] });
	const links = [
		...triggers.map((trigger) => [trigger.name, to(nodes[0])]),
		...nodes.slice(1).map((node, index) => [nodes[index].name, to(node)]),
	];
	const place = (node: INode, column: number, row: number): INode => ({
		...node,
		position: [column * gridStep, row * gridStep],
	});
	return {
		name,
		nodes: [
			...triggers.map((trigger, row) => place(trigger, 0, row)),
			...nodes.map((node, index) => place(node, index + 1, 0)),
		],
		connections: Object.fromEntries(links) as IConnections,
		settings: { executionOrder: 'v1', timezone },
	};
}

/** A trigger that fires when somebody runs the workflow. */
export function manualTrigger(name: string): INode {
	return node(name, 'n8n-nodes-base.manualTrigger', 1, {});
}

/** A trigger that fires by itself while its workflow is published. */
export function scheduleTrigger(name: string, interval: INodeParameters): INode {
	const parameters = { rule: { interval: [interval] } };
	return node(name, 'n8n-nodes-base.scheduleTrigger', 1.2, parameters);
}

/** A trigger that fires at each `POST /webhook/<path>` while its workflow is published. */
export function webhookTrigger(name: string, path: string): INode {
	const parameters = { httpMethod: 'POST', path, options: {} };
	return { ...node(name, 'n8n-nodes-base.webhook', 2, parameters), webhookId: randomUUID() };
}

/** A node that makes one item `{ id }` for each id of a list in the item `{ body: { ids } }`. */
export function splitIds(): INode {
	const parameters = { fieldToSplitOut: 'body.ids', options: { destinationFieldName: 'id' } };
	return node('One Item per Id', 'n8n-nodes-base.splitOut', 1, parameters);
}

/** Two nodes that make one item `{ id }` for each device or other id, without the code runner. */
export function listDevices(ids: Array<number | string>): INode[] {
	const assignment = { id: randomUUID(), name: 'id', type: 'array', value: JSON.stringify(ids) };
	return [
		node('Fleet', 'n8n-nodes-base.set', 3.4, { assignments: { assignments: [assignment] } }),
		node('One Item per Device', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'id' }),
	];
}

/** A node that lets only items pass whose expression gives a number above `limit`. */
export function keepAbove(name: string, expression: string, limit: number): INode {
	const condition = {
		id: randomUUID(),
		leftValue: expression,
		rightValue: limit,
		operator: { type: 'number', operation: 'gt' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return node(name, 'n8n-nodes-base.filter', 2.2, {
		conditions: { options, conditions: [condition], combinator: 'and' },
	});
}

/**
 * This package's node, at work on one device for each item.
 *
 * @param deviceId an expression that gives the device's id
 */
export function miradore(
	name: string,
	operation: 'lock' | 'getLocations' | 'getAll',
	credentialId: string,
	deviceId: string,
	parameters: INodeParameters = {},
): INode {
	const locator = { __rl: true, mode: 'id', value: deviceId };
	return {
		...node(name, miradoreType, 1, {
			resource: 'device',
			operation,
			deviceId: locator,
			...parameters,
		}),
		credentials: { miradoreApi: { id: credentialId, name: 'Miradore' } },
	};
}

/** This package's trigger: on new locations of all devices, asked every minute, where not told otherwise. */
export function miradoreTrigger(
	name: string,
	credentialId: string,
	parameters: INodeParameters = {},
): INode {
	return {
		...node(name, 'n8n-nodes-miradore.miradoreTrigger', 1, {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			event: 'locationReported',
			...parameters,
		}),
		credentials: { miradoreApi: { id: credentialId, name: 'Miradore' } },
	};
}

/** n8n's own node for any request, with the key of a credential for Miradore. */
export function httpRequest(name: string, credentialId: string, url: string): INode {
	return {
		...node(name, 'n8n-nodes-base.httpRequest', 4.2, {
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'miradoreApi',
		}),
		credentials: { miradoreApi: { id: credentialId, name: 'Miradore' } },
	};
}
