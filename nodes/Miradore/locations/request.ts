import { ApiFailure } from '../transport/apiFailure';
import { path, type ApiRequest } from '../transport/request';
import { escapeHtml } from '../values/html';
import { findList, isPart } from './findList';

/**
 * The request for a device's locations (miradore-api.md 2).
 *
 * @param query `startDate` and `endDate`, as `days` or `daysAround` make them
 */
export function locationsRequest(deviceId: number, query: Record<string, string>): ApiRequest {
	return { api: 'v2', method: 'GET', path: path`/Device/${deviceId}/Location`, query };
}

/** The hint for an empty body and `null`. */
export const sentNothing =
	'Miradore sent nothing instead of a list of locations; this is taken for no locations.';

const more =
	'Miradore says that there are more locations than it sent at once. How to ask for the others is not known: read fewer days at a time.';

/**
 * The elements of the answer, one for each location. An empty body and `null` stand for none.
 *
 * @param addHint is told of an answer that may not mean what it is taken for
 * @throws ApiFailure when there is no list in it
 */
export function readElements(body: unknown, addHint?: (text: string) => void): unknown[] {
	if (body === undefined || body === null) {
		addHint?.(sentNothing);
		return [];
	}
	const list = findList(body);
	if (list && isPart(body, list.length)) addHint?.(more);
	if (list) return list;
	throw new ApiFailure(
		'Miradore sent something else than a list of locations',
		`It begins with: ${beginningOf(body)} – Check 'Base URL' in the credential, or try again later.`,
	);
}

const longestQuote = 100;

function beginningOf(body: unknown): string {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const line = text.slice(0, longestQuote).replace(/[\s\p{Cc}]+/gu, ' ');
	return escapeHtml(text.length > longestQuote ? `${line}…` : line);
}
