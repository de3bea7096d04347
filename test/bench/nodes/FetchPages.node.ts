import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import pLimit from 'p-limit';
import { queryRequest } from '../../../nodes/Miradore/inventory/query';
import { simpleAttributes } from '../../../nodes/Miradore/inventory/device';
import { inOrder, pageOf } from '../../../nodes/Miradore/transport/listRequest';
import { toQueryString } from '../../../nodes/Miradore/transport/request';
import { describeNode } from './description';

/**
 * Fetches the pages of a device list and reads nothing of them: the first one, and then the others
 * side by side, for nobody knows how many there are before the first has come.
 */
export class FetchPages implements INodeType {
	description = describeNode('fetchPages', [
		{ displayName: 'Site', name: 'site', type: 'string', default: '' },
		{ displayName: 'Pages', name: 'pages', type: 'number', default: 1 },
		{ displayName: 'Rows', name: 'rows', type: 'number', default: 250 },
	]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const baseUrl = this.getNodeParameter('baseUrl', 0) as string;
		const site = this.getNodeParameter('site', 0) as string;
		const pages = this.getNodeParameter('pages', 0) as number;
		const rows = this.getNodeParameter('rows', 0) as number;
		const filters = ['Status ne Deleted'];
		const list = queryRequest({ item: 'Device', select: simpleAttributes, filters });
		const fetchPage = async (page: number) => {
			const { query } = pageOf(inOrder(list), rows, page);
			const text = (await this.helpers.httpRequestWithAuthentication.call(this, 'miradoreApi', {
				url: `${baseUrl}/${site}/API/Device${toQueryString(query)}`,
				encoding: 'text',
			})) as string;
			return text.length;
		};
		const limit = pLimit(10);
		const first = await fetchPage(1);
		const others = Array.from({ length: pages - 1 }, (_, index) =>
			limit(() => fetchPage(index + 2)),
		);
		const sizes = [first, ...(await Promise.all(others))];
		return [[{ json: { sizes }, pairedItem: { item: 0 } }]];
	}
}
