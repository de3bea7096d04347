import type { IDataObject } from 'n8n-workflow';
import { readPages, type SendOne } from '../transport/pages';
import { largestPage } from '../transport/listRequest';
import type { ApiRequest } from '../transport/request';
import { addressOf, type Site } from '../transport/site';
import { together } from '../transport/together';

/** Addresses of 2,000 characters, with the key, are taken everywhere; those of more may not be. */
const longestAddress = 2000;

/** What the number of the page and the like add to an address. */
const spareCharacters = 150;

/**
 * Reads items by their IDs, as many with a request as its address has room for (miradore-api.md 5.3).
 *
 * @param request of the list, which selects `ID` and has no filter
 * @returns what Miradore gave of these IDs, in no particular order
 * @throws ApiFailure when a request fails
 */
export async function readByIds(
	send: SendOne,
	site: Site,
	request: ApiRequest,
	ids: number[],
): Promise<IDataObject[]> {
	const wanted = new Set(ids);
	const read = (part: number[], failed: AbortController) => {
		const sendPart: SendOne = (one, alsoFailed) => send(one, joined(failed, alsoFailed));
		return readPages(sendPart, withIds(request, part), Infinity, largestPage);
	};
	const found = await together(divide(site, request, ids), read);
	return found.flat().filter(({ ID }) => wanted.has(Number(ID)));
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

/** The IDs in as many parts as there are requests to read them with. */
export function divide(site: Site, request: ApiRequest, ids: number[]): number[][] {
	const parts: number[][] = [];
	const key = `&auth=${encodeURIComponent(site.apiKey)}`.length;
	let length = Infinity;
	for (const id of ids) {
		const more = encodeURIComponent(` or ${conditionOf(id)}`).length;
		if (length + more > longestAddress) {
			const address = addressOf(site, withIds(request, [id]));
			length = address.length + key + spareCharacters;
			parts.push([id]);
		} else {
			length += more;
			parts[parts.length - 1].push(id);
		}
	}
	return parts;
}

/** How `and` binds beside `or` isn't known (miradore-api.md 5.3), so these are the only conditions. */
function withIds(request: ApiRequest, ids: number[]): ApiRequest {
	const filters = ids.map(conditionOf).join(' or ');
	return { ...request, query: { ...request.query, filters } };
}

function conditionOf(id: number): string {
	return `ID eq ${id}`;
}
