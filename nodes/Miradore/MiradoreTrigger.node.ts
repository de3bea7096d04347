import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { labelOf } from './fields/subtitle';
import { listSearch } from './listSearch';
import { findEvent } from './trigger/events';
import { poll } from './trigger/poll';
import { hints, properties } from './trigger/properties';

/** The node "Miradore Trigger": its description, and the way to the polls. */
export class MiradoreTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Miradore Trigger',
		name: 'miradoreTrigger',
		icon: { light: 'file:../../icons/miradore.svg', dark: 'file:../../icons/miradore.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: `={{ ${labelOf('event', { Silent: 'Not Reporting' })} }}`,
		// n8n's node panel shows it for the node of the same service, too.
		description:
			'Lock devices, read where they have been, and start workflows when they move or change, with Miradore device management',
		defaults: { name: 'Miradore Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'miradoreApi', required: true }],
		properties,
		hints,
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const items = await poll(this, findEvent(this.getNodeParameter('event')));
		return items ? [items] : null;
	}
}
