import { defineOperation } from '../../execution/operation';
import { attributeId } from '../../fields/attributeId';
import { options } from '../../fields/options';
import { readJsonItems } from '../../transport/json';
import { path } from '../../transport/request';

/** `GET /CustomAttribute/{attributeId}` (miradore-api.md 1.3). */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get custom attribute',
	description: 'Read the definition of one custom attribute',
	effect: 'read',
	fields: { attributeId, options: options() },
	request: ({ attributeId: id }) => ({
		api: 'v2',
		method: 'GET',
		path: path`/CustomAttribute/${id}`,
	}),
	toItems: (body) => readJsonItems(body, 'attribute'),
});
