import 'reflect-metadata';
import { LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INodeListSearchResult,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Miradore } from '../../nodes/Miradore/Miradore.node';
import { MiradoreCredentials } from './credentials';

type Method = keyof Miradore['methods']['listSearch'];

/** Asks for a page of a picker's list as the editor does, in the real n8n-core. */
export async function search(
	method: Method,
	credential: IDataObject,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const miradore = new Miradore();
	const node = {
		id: '1',
		name: 'Miradore',
		type: 'miradore',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { resource: 'device', operation: 'lock' },
		credentials: { miradoreApi: { id: '1', name: 'Miradore' } },
	};
	const nodeTypes = {
		getByName: () => miradore,
		getByNameAndVersion: () => miradore,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, nodeTypes, active: false });
	const additionalData = {
		credentialsHelper: new MiradoreCredentials(credential),
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.deviceId');
	return miradore.methods.listSearch[method].call(context, filter, paginationToken);
}
