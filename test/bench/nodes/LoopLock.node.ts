import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { describeNode } from './description';

/** One request after another, as most community nodes do it. */
export class LoopLock implements INodeType {
	description = describeNode('loopLock');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const deviceId = this.getNodeParameter('deviceId', item) as string;
			const baseUrl = this.getNodeParameter('baseUrl', item) as string;
			await this.helpers.httpRequestWithAuthentication.call(this, 'miradoreApi', {
				method: 'POST',
				url: `${baseUrl}/api/v2/Device/${deviceId}/Lock`,
			});
			items.push({ json: { success: true, deviceId }, pairedItem: { item } });
		}
		return [items];
	}
}
