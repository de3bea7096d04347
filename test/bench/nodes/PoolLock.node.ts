import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import pLimit from 'p-limit';
import { describeNode } from './description';

/** A bare pool around n8n's request helper: the least that parallel requests can cost. */
export class PoolLock implements INodeType {
	description = describeNode('poolLock', [
		{ displayName: 'Parallel', name: 'parallel', type: 'number', default: 10 },
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const limit = pLimit(this.getNodeParameter('parallel', 0) as number);
		const lock = async (item: number): Promise<INodeExecutionData> => {
			const deviceId = this.getNodeParameter('deviceId', item) as string;
			const baseUrl = this.getNodeParameter('baseUrl', item) as string;
			await this.helpers.httpRequestWithAuthentication.call(this, 'miradoreApi', {
				method: 'POST',
				url: `${baseUrl}/api/v2/Device/${deviceId}/Lock`,
			});
			return { json: { success: true, deviceId }, pairedItem: { item } };
		};
		return [await Promise.all(this.getInputData().map((_, item) => limit(() => lock(item))))];
	}
}
