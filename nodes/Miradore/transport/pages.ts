import type { IDataObject } from 'n8n-workflow';
import { ApiFailure, isRefusal } from './apiFailure';
import { fits, hasHole, isById, isCutShort, isOnePage, isSame, showsEnd } from './completeness';
import { mayCountItself, smallestPage } from './firstPage';
import { readPage } from './items';
import { inOrder, isInOrder, largestPage, pageOf, rowsOf } from './listRequest';
import { findMissing } from './ranges';
import { readOnce, type Reading } from './reading';
import type { ApiRequest, SendOne } from './request';

/** The sites that have refused to give as many items at a time as few attributes allow. */
const refusingSites = new Set<string>();

/** How often a list is read that doesn't fit together. */
const mostReadings = 4;

/** What was read of a list. */
export interface Listed {
	items: IDataObject[];
	/** How many there are in all, by Miradore's own count; left out where that isn't sure. */
	total?: number;
}

/** As {@link readListed}, where the total is of no interest. */
export async function readPages(...list: Parameters<typeof readListed>): Promise<IDataObject[]> {
	return (await readListed(...list)).items;
}

/**
 * Reads a list of API v1 to its end or to `limit` items (miradore-api.md 5.4): each item once, in the
 * order of the IDs where there is no other one. A list may change while its pages are read, and a site
 * may count wrong or leave a page out. So what is missing is looked for by ranges of IDs; where that
 * can't be, the list is read again until its pages fit their count, or two readings gave the same.
 * What was missing in an order of the user's own comes at the end.
 *
 * @param rows how many items to ask for at a time; fewer are, where the site gives or takes fewer
 * @throws ApiFailure when a page can't be read, the list doesn't fit together, or it is far too long
 */
export async function readListed(
	send: SendOne,
	request: ApiRequest,
	limit: number,
	rows = rowsOf(request),
): Promise<Listed> {
	const { site = '' } = send;
	const isWide = Math.min(rows, limit) > largestPage && !refusingSites.has(site);
	if (!isWide) return await readList(send, request, limit, Math.min(rows, largestPage));
	let hasCome = false;
	const noting: SendOne = async (one, failed) => {
		const body = await send(one, failed);
		hasCome = true;
		return body;
	};
	return await readList(noting, request, limit, rows).catch(async (error: unknown) => {
		// Where a page has come, so many items are nothing that the site refuses.
		if (hasCome || !isRefusal(error)) throw error;
		const listed = await readList(send, request, limit, largestPage);
		if (site) refusingSites.add(site);
		return listed;
	});
}

async function readList(
	send: SendOne,
	request: ApiRequest,
	limit: number,
	rows: number,
): Promise<Listed> {
	const list = inOrder(request);
	const most = Math.min(rows, limit);
	const wanted = { limit, asked: most, rows: most };
	const read = async (page: number, size: number, failed?: AbortController) =>
		readPage(await send(pageOf(list, size, page), failed));
	let before: Reading | undefined;
	for (let readings = 1; ; readings++) {
		const reading = await readOnce(read, wanted);
		const items = [...reading.items.values()];
		const total = totalOf(reading, wanted.asked);
		const end = (all = items) => ({ items: all.slice(0, limit), total });
		const isCut = items.length >= limit;
		const isAlone = reading.pages.length <= 1 || !isInOrder(list);
		const isEnough = isCut && isAlone && !hasHole(reading);
		if (isEnough || isOnePage(reading)) return end();
		const isWhole = fits(reading, isCut);
		const { pages } = reading;
		const isEndSeen = isCut || (isWhole && !isCutShort(reading) && showsEnd(reading));
		const parts = { pages, isInOrder: isInOrder(list), isEndSeen };
		const missing = await findMissing(send, list, parts, rows);
		if (missing) return end(merge(items, missing, isInOrder(list)));
		const isNothing = items.length === 0 && Boolean(reading.count);
		const isTwiceSame = before !== undefined && isSame(before, reading) && !isNothing;
		if ((isWhole && !isById(reading)) || isTwiceSame) return end();
		if (readings === mostReadings) throw doesNotFit(reading);
		before = reading;
		wanted.asked = smaller(wanted.asked, reading);
	}
}

/**
 * The next reading's size of pages, below what a page has, so that their edges are elsewhere. A single page
 * of very few is a short list, not what a site puts into one: pages of its size would be far too many.
 */
function smaller(asked: number, { pages, sizes }: Reading): number {
	const most = Math.max(...sizes);
	const full = pages.length > 1 || most >= smallestPage ? most : asked;
	return Math.max(1, Math.floor(0.8 * Math.min(asked, full)));
}

/** The count, where all pages say the same, and it can't be that of a page alone. */
function totalOf({ count, counts, pages }: Reading, asked: number): number | undefined {
	const isOne = counts.size === 1 && counts.has(count) && Number.isSafeInteger(count);
	return isOne && !pages.some((page) => mayCountItself(page, asked)) ? count : undefined;
}

function merge(items: IDataObject[], missing: IDataObject[], byId: boolean): IDataObject[] {
	const all = [...items, ...missing];
	return byId ? all.sort((one, other) => Number(one.ID) - Number(other.ID)) : all;
}

function doesNotFit({ items, count, isRepeated }: Reading): ApiFailure {
	const again = `It was read ${mostReadings} times. Try again when less is changed in Miradore, or narrow the list down with filters.`;
	if (isRepeated) {
		return new ApiFailure('Miradore sent the same page of the list twice', again);
	}
	return new ApiFailure(
		`Miradore's list does not fit together: it has ${items.size} items, and counts ${count ?? 'none'}`,
		again,
	);
}
