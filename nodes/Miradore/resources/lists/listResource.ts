import type { IDataObject } from 'n8n-workflow';
import { defineOperation, type Resource } from '../../execution/operation';
import type { Field } from '../../execution/field';
import { conditions } from '../../fields/conditions';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { queryRequest } from '../../inventory/query';
import { readListed, type Listed } from '../../transport/pages';

/** A kind of item that can only be listed. */
interface Kind extends Pick<Resource, 'value' | 'name'> {
	/** What the node creator and AI agents call several of them. */
	plural: string;
	description: string;
	/** The kind as API v1 names it. */
	item: string;
	/** The attributes that are read. */
	select: string[];
	/** By label in alphabetical order; none where nothing is known that could be searched by. */
	filters?: Array<Field<string>>;
	/** Makes an item of what Miradore sent; without it, items come as they were sent. */
	simplify?(item: IDataObject): IDataObject;
}

/** A resource with the one operation Get Many: `GET /<site>/API/<Item>` (miradore-api.md 5.7). */
export function listResource(kind: Kind): Resource {
	const { value, name, plural, description, item, select, filters, simplify: toSimple } = kind;
	const getAll = defineOperation({
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${plural}`,
		description,
		effect: 'read',
		fields: {
			returnAll,
			limit,
			...(filters && { filters: conditions(filters) }),
			...(toSimple && { simplify }),
			options: options(),
		},
		request: ({ filters: chosen = {} }) =>
			queryRequest({ item, select, filters: Object.values(chosen) }),
		collect: (send, request, values) => readListed(send, request, mostOf(values)),
		toItems: (body, values, addHint) => {
			const listed = body as Listed;
			addHintIfCut(values, listed, addHint);
			return toSimple && values.simplify ? listed.items.map(toSimple) : listed.items;
		},
	});
	return { value, name, operations: [getAll] };
}
