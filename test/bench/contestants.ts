import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

/** A way to lock the device of each item, as a node of a workflow. */
export interface Contestant {
	name: string;
	/** How many requests it sends at a time; undefined where it sends all at once. */
	parallel?: number;
	node: INode;
}

/** The name of the way that finds the devices first. */
export const bySerialNumber = 'Miradore node, 50 parallel, by serial number';

/** The serial number that a device of the benchmark's site has, such that an expression can name it. */
export const serialNumberOf = (id: number | string) => `SN-${id}`;

const deviceId = '={{ $json.id }}';

/**
 * The ways that the benchmark compares.
 *
 * @param baseUrl the simulated site
 * @param credentialId of the credential for it
 */
export function contestants(baseUrl: string, credentialId: string): Contestant[] {
	const node = (type: string, typeVersion: number, parameters: INodeParameters): INode => ({
		id: randomUUID(),
		name: 'Lock',
		type,
		typeVersion,
		position: [0, 0],
		parameters,
		credentials: { miradoreApi: { id: credentialId, name: 'Miradore' } },
	});
	const own = (type: string, parameters: INodeParameters = {}) =>
		node(`CUSTOM.${type}`, 1, { deviceId, baseUrl, ...parameters });
	const miradore = (parallel: number, mode: 'id' | 'serialNumber', value: string) =>
		node('n8n-nodes-miradore.miradore', 1, {
			resource: 'device',
			operation: 'lock',
			deviceId: { __rl: true, mode, value },
			options: { maxParallelRequests: parallel },
		});
	return [
		...[10, 50, 100].map((parallel) => ({
			name: `Miradore node, ${parallel} parallel`,
			parallel,
			node: miradore(parallel, 'id', deviceId),
		})),
		{
			name: bySerialNumber,
			parallel: 50,
			node: miradore(50, 'serialNumber', `=${serialNumberOf('{{ $json.id }}')}`),
		},
		{
			name: 'HTTP Request node',
			node: node('n8n-nodes-base.httpRequest', 4.2, {
				method: 'POST',
				url: `=${baseUrl}/api/v2/Device/{{ $json.id }}/Lock`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'miradoreApi',
				options: {},
			}),
		},
		{ name: 'Declarative node', node: own('declarativeLock') },
		{ name: 'Bare pool, 10 parallel', parallel: 10, node: own('poolLock', { parallel: 10 }) },
		{ name: 'Plain loop', parallel: 1, node: own('loopLock') },
	];
}
