import { defineOperation } from '../../execution/operation';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { userFilters } from '../../fields/userFilters';
import { queryRequest } from '../../inventory/query';
import { simplifyUser } from '../../inventory/user';
import { readListed, type Listed } from '../../transport/pages';

/** `GET /<site>/API/User` (miradore-api.md 5.7). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Find users by email address or status',
	effect: 'read',
	fields: { returnAll, limit, filters: userFilters, simplify, options: options() },
	request: ({ filters: chosen }) =>
		queryRequest({ item: 'User', select: ['*'], filters: Object.values(chosen) }),
	collect: (send, request, values) => readListed(send, request, mostOf(values)),
	toItems: (body, values, addHint) => {
		const listed = body as Listed;
		addHintIfCut(values, listed, addHint);
		return values.simplify ? listed.items.map(simplifyUser) : listed.items;
	},
});
