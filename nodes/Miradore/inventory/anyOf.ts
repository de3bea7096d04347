import { inOrder, pageOf, widePage } from '../transport/listRequest';
import type { ApiRequest } from '../transport/request';
import { addressOf, type Site } from '../transport/site';

/** Addresses of 2,000 characters, with the key, are taken everywhere; those of more may not be. */
const longestAddress = 2000;

/** Some of what is wanted, and the request by which it is asked for. */
export interface Part<Wanted> {
	wanted: Wanted[];
	request: ApiRequest;
}

/**
 * The requests for the items of a list of which any of some conditions holds, as many in each as its
 * address has room for. How `and` binds beside `or` isn't known (miradore-api.md 5.3), so these are the
 * only conditions.
 *
 * @param request of the list, which selects `ID` and has no filter
 * @param conditionOf the condition by which one is found
 */
export function requestsForAny<Wanted>(
	site: Site,
	request: ApiRequest,
	wanted: Wanted[],
	conditionOf: (one: Wanted) => string,
): Array<Part<Wanted>> {
	const withAny = (some: Wanted[]): ApiRequest => {
		const filters = some.map(conditionOf).join(' or ');
		return { ...request, query: { ...request.query, filters } };
	};
	const room = longestAddress - lengthOf(site, withAny([]));
	const parts: Wanted[][] = [];
	let left = 0;
	for (const one of wanted) {
		const size = encodeURIComponent(` or ${conditionOf(one)}`).length;
		if (parts.length === 0 || size > left) {
			parts.push([]);
			left = room;
		}
		parts[parts.length - 1].push(one);
		left -= size;
	}
	return parts.map((part) => ({ wanted: part, request: withAny(part) }));
}

/** How many characters the address of a page has at most, with the key. */
function lengthOf(site: Site, request: ApiRequest): number {
	const address = addressOf(site, pageOf(inOrder(request), widePage, 1));
	return `${address}&auth=${encodeURIComponent(site.apiKey)}`.length;
}
