import type { IDataObject } from 'n8n-workflow';
import { readByIds, requestsForIds } from '../inventory/readByIds';
import { ApiFailure } from '../transport/apiFailure';
import { largestPage } from '../transport/listRequest';
import type { ApiRequest } from '../transport/request';
import type { Polling } from './polling';

/**
 * Reads some devices of a list with more attributes than the list was read with: by their ids, or where
 * these are most of them, or Miradore doesn't give all by their ids, with the whole list.
 *
 * @param request of the devices with these attributes, without a filter
 * @param listed how many devices the list has
 * @throws ApiFailure when they can't be read in either way
 */
export async function readWhole(
	{ send, site }: Polling,
	request: ApiRequest,
	ids: number[],
	listed: number,
	readAll: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const requests = requestsForIds(site, request, ids);
	if (requests.length > Math.ceil(listed / largestPage)) return await readAll();
	const found = await readByIds(send, requests).catch(noneIfRefused);
	const there = new Set(found.map(({ ID }) => Number(ID)));
	return ids.every((id) => there.has(id)) ? found : await readAll();
}

/** Miradore answered 500, too, where it couldn't read a parameter (miradore-api.md 5.1). */
function noneIfRefused(error: unknown): IDataObject[] {
	if (error instanceof ApiFailure && [400, 414, 500].includes(error.httpCode ?? 0)) return [];
	throw error;
}
