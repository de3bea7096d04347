import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { run } from './execution/run';
import { labelOf } from './fields/subtitle';
import { listSearch } from './listSearch';
import { findOperation, properties } from './resources';

/** The node "Miradore": its description, and the way to the runner. */
export class Miradore implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Miradore',
		name: 'miradore',
		icon: { light: 'file:../../icons/miradore.svg', dark: 'file:../../icons/miradore.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ ${labelOf('operation', { 'Get All': 'Get Many', Batch: 'Change Many', 'Sim ': 'SIM ' })} + ": " + ${labelOf('resource', { Place: 'Location (Place)' })} }}`,
		description:
			'Lock devices, read where they have been, and more, with Miradore device management',
		defaults: { name: 'Miradore' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'miradoreApi', required: true }],
		properties,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		return [await run(this, findOperation(resource, operation))];
	}
}
