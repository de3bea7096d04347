import type { INodeType } from 'n8n-workflow';
import { describeNode } from './description';

/** n8n's declarative style, which sends the requests of all items at once. */
export class DeclarativeLock implements INodeType {
	description = {
		...describeNode('declarativeLock', [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'hidden',
				default: 'lock',
				routing: {
					request: {
						method: 'POST',
						baseURL: '={{ $parameter.baseUrl }}',
						url: '=/api/v2/Device/{{ $parameter.deviceId }}/Lock',
					},
				},
			},
		]),
		requestDefaults: {},
	};
}
