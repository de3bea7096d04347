import { UserError } from 'n8n-workflow';
import { emptyField } from '../values/presence';
import { readText, shorten } from '../values/entered';
import { path, type ApiRequest } from '../transport/request';

/** A query of API v1 in its own terms (miradore-api.md 5.2 to 5.4). */
export interface Query {
	/** The kind of item, such as `Device`. */
	item: string;
	/** The attributes to read, such as `InvDevice.Model` or `User.*`. */
	select: string[];
	/** What {@link condition} made; all have to hold. */
	filters?: string[];
	/** An attribute of `select`, with ` desc` behind it for the other direction. */
	orderBy?: string;
}

/** The request of a query, without the page. */
export function queryRequest({ item, select, filters = [], orderBy }: Query): ApiRequest {
	return {
		api: 'v1',
		method: 'GET',
		path: path`/${item}`,
		query: {
			...(select.length > 0 && { select: select.join(',') }),
			...(filters.length > 0 && { filters: filters.join(' and ') }),
			...(orderBy && { orderby: orderBy }),
		},
	};
}

/** The operators that take a value (miradore-api.md 5.3). */
export type Operator =
	| 'eq'
	| 'ne'
	| 'gt'
	| 'ge'
	| 'lt'
	| 'le'
	| 'contains'
	| 'startswith'
	| 'endswith';

/**
 * One condition of a filter. How Miradore wants a quote within a value isn't known, so values with
 * one are refused rather than let them change the filter.
 *
 * @param label the field that the value comes from
 * @param instead what to do with a value that can't be asked for
 * @throws UserError for a value that is empty or has a quote in it
 */
export function condition(
	label: string,
	attribute: string,
	operator: Operator,
	value: string | number,
	instead = 'Search for a part without them.',
): string {
	const text = readText(value);
	if (text === '') throw emptyField(`'${label}'`);
	if (/['"\p{Cc}\p{Cs}]/u.test(text)) {
		throw new UserError(`'${label}' can't be searched for: ${shorten(text)}`, {
			description: `How Miradore reads quotes and control characters in a value isn't known, so none are sent. ${instead}`,
		});
	}
	return `${attribute} ${operator} ${/^[\w.@+-]+$/.test(text) ? text : `'${text}'`}`;
}
