import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './failure';
import { readPage, type Page } from './items';
import type { ApiRequest } from './request';

/**
 * Sends a request and gives the body of the answer.
 *
 * @param failed shared by requests that are only wanted together: the first that fails aborts it, and
 * the others are neither sent nor repeated then
 * @throws ApiFailure when the request fails, or wasn't sent
 */
export type SendOne = (request: ApiRequest, failed?: AbortController) => Promise<unknown>;

/** The most items that one request asks for. */
export const largestPage = 250;

/** The most pages that are read of a list, whatever an answer says of its length. */
const mostPages = 10_000;

/** Asks for dates in an order that sorts; no time zone comes with them (miradore-api.md 5.4). */
const dateFormat = 'dateformat=yyyy-MM-dd HH:mm:ss';

/** The request for one page of a list, counted from 1. */
export function pageOf(request: ApiRequest, rows: number, page: number): ApiRequest {
	const options = `rows=${rows},page=${page},${dateFormat}`;
	return { ...request, query: { ...request.query, options } };
}

/**
 * Reads a list of API v1 to its end or to `limit` items (miradore-api.md 5.4). After the first page
 * the others are read side by side, where Miradore says how many items there are.
 *
 * @throws ApiFailure when a page can't be read or comes again, or there are far too many
 */
export async function readPages(
	send: SendOne,
	request: ApiRequest,
	limit: number,
	rows = largestPage,
): Promise<IDataObject[]> {
	const asked = Math.min(rows, limit);
	const read = async (page: number, failed?: AbortController) =>
		readPage(await send(pageOf(request, asked, page), failed));
	const first = await read(1);
	const pages = [first];
	// A site may give fewer than asked for in a page.
	const given = first.items.length;
	if (given > 0 && given < limit) {
		if (first.count !== undefined) {
			const last = Math.ceil(Math.min(first.count, limit) / given);
			refuseEndless(last);
			const numbers = Array.from({ length: last - 1 }, (_, index) => index + 2);
			pages.push(...(await readTogether(numbers, read)));
		} else {
			await readUntilShort(read, pages, limit);
		}
	}
	// Without an ID, pages that differ may well look the same.
	refuseRepetition(pages.map(({ items }) => items[0]?.ID).filter((id) => id !== undefined));
	return pages.flatMap(({ items }) => items).slice(0, limit);
}

/** Gives the first failure only when nothing is under way any more, for the run may end then. */
async function readTogether(
	numbers: number[],
	read: (page: number, failed: AbortController) => Promise<Page>,
): Promise<Page[]> {
	const failed = new AbortController();
	const pages = numbers.map((number) =>
		read(number, failed).catch((error: unknown) => failed.abort(error)),
	);
	const all = await Promise.all(pages);
	failed.signal.throwIfAborted();
	return all as Page[];
}

/** For lists without a count: a page that isn't full is the last one. */
async function readUntilShort(
	read: (page: number) => Promise<Page>,
	pages: Page[],
	limit: number,
): Promise<void> {
	const full = pages[0].items.length;
	for (let page = 2; (page - 1) * full < limit; page++) {
		refuseEndless(page);
		const next = await read(page);
		if (next.items.length === 0) return;
		pages.push(next);
		refuseRepetition(pages.slice(-2).map(({ items }) => JSON.stringify(items)));
		if (next.items.length < full) return;
	}
}

function refuseEndless(pages: number): void {
	if (pages > mostPages) {
		throw new ApiFailure(
			`Miradore's list has more than ${mostPages} pages`,
			"Turn 'Return All' off, or narrow the list down with filters.",
		);
	}
}

function refuseRepetition(keys: unknown[]): void {
	if (new Set(keys).size < keys.length) {
		throw new ApiFailure(
			'Miradore sent the same page of the list twice',
			'The list may have changed meanwhile. Try again.',
		);
	}
}
