import { defineOperation } from '../../execution/operation';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { readJsonItems } from '../../transport/json';

/** `GET /CustomAttribute`, which takes no paging (miradore-api.md 1.3). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many custom attributes',
	description: 'Read the definitions of the custom attributes',
	effect: 'read',
	fields: { returnAll, limit, options: options() },
	request: () => ({ api: 'v2', method: 'GET', path: '/CustomAttribute' }),
	toItems: (body, values, addHint) => {
		const all = readJsonItems(body, 'attribute');
		const items = all.slice(0, mostOf(values));
		if (items.length < all.length) addHintIfCut(values, { items, total: all.length }, addHint);
		return items;
	},
});
