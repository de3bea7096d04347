import type { IDataObject } from 'n8n-workflow';
import { readPages } from '../transport/pages';
import type { ApiRequest, SendOne } from '../transport/request';
import { largestPage, rowsOf } from '../transport/listRequest';
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
	const read = ({ request }: Part<number>, failed: AbortController) => {
		const sendPart: SendOne = (one, alsoFailed) => send(one, joined(failed, alsoFailed));
		return readPages(sendPart, request, Infinity, Math.min(rowsOf(request), largestPage));
	};
	const found = await together(requests, read);
	return found.flat().filter(({ ID }) => ids.has(Number(ID)));
}

/** Is aborted with either one, and aborts both. */
function joined(one: AbortController, other: AbortController = one): AbortController {
	return {
		signal: AbortSignal.any([one.signal, other.signal]),
		abort(reason) {
			other.abort(reason);
			one.abort(reason);
		},
	};
}
