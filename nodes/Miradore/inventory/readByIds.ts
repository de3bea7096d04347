import type { IDataObject } from 'n8n-workflow';
import { readPages, type SendOne } from '../transport/pages';
import { largestPage } from '../transport/listRequest';
import type { ApiRequest } from '../transport/request';
import type { Site } from '../transport/site';
import { together } from '../transport/together';
import { requestsForAny, type Part } from './anyOf';

/**
 * The requests by which items are read by their IDs.
 *
 * @param request of the list, which selects `ID` and has no filter
 */
export function requestsForIds(
	site: Site,
	request: ApiRequest,
	ids: number[],
): Array<Part<number>> {
	return requestsForAny(site, request, ids, (id) => `ID eq ${id}`);
}

/**
 * Reads items by their IDs.
 *
 * @returns what Miradore gave of these IDs, in no particular order
 * @throws ApiFailure when a request fails
 */
export async function readByIds(
	send: SendOne,
	requests: Array<Part<number>>,
): Promise<IDataObject[]> {
	const ids = new Set(requests.flatMap(({ wanted }) => wanted));
	const read = ({ request }: Part<number>, failed: AbortController) =>
		readPages((one) => send(one, failed), request, Infinity, largestPage);
	const found = await together(requests, read);
	return found.flat().filter(({ ID }) => ids.has(Number(ID)));
}
