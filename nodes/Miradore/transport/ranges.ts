import type { IDataObject } from 'n8n-workflow';
import { isRefusal } from './apiFailure';
import { mayCountItself } from './firstPage';
import { readPage, type Page } from './items';
import { largestPage, pageOf, withinIds, type IdRange } from './listRequest';
import type { ApiRequest, SendOne } from './request';
import { together } from './together';

/** IDs in one request of the check: fewer than `rows`, for there may be more by then. */
const checkedTogether = 800;
const checkedRows = 1000;

/** Why ranges of IDs can't be asked for on this site. */
class NoRanges extends Error {}

/** The pages of a list that was read. */
interface Parts {
	pages: Page[];
	/** Whether they came in the order of their IDs. */
	isInOrder: boolean;
	/** Whether nothing comes behind the last of them, or nothing that is wanted. */
	isEndSeen: boolean;
}

/**
 * Finds what is missing in a list that changed while its pages were read, or of which a page was left
 * out: asks for the IDs where something may be missing, and reads what isn't known. So nothing is missing
 * that was there all the time, whatever the pages and their counts were like.
 *
 * @param rows how many items to read at a time
 * @returns what was missing; undefined where it can't be found out, because the filter, an ID or the
 * site doesn't allow it
 * @throws ApiFailure when a request fails
 */
export async function findMissing(
	send: SendOne,
	request: ApiRequest,
	parts: Parts,
	rows: number,
): Promise<IDataObject[] | undefined> {
	const ids = parts.pages.map(({ items }) => items.map(idOf));
	const known = new Set(ids.flat());
	if (known.size === 0 || known.has(NaN) || !withinIds(request, {})) return undefined;
	const isContiguous = parts.isInOrder && ids.every(isAscending);
	const ranges = isContiguous ? gapsOf(ids, parts) : rangesOf([...known]);
	return look(send, request, { ranges, known, rows }).catch(nothingIfRefused);
}

async function look(
	send: SendOne,
	request: ApiRequest,
	{ ranges, known, rows }: { ranges: IdRange[]; known: Set<number>; rows: number },
): Promise<IDataObject[] | undefined> {
	const idsAlone = { ...request, query: { ...request.query, select: 'ID' } };
	const read = (asked: ApiRequest, most: number) => (range: IdRange, failed: AbortController) =>
		readRange((one) => send(one, failed), asked, range, most);
	const isKnown = (item: IDataObject) => known.has(idOf(item));
	const check = (most: number) => together(ranges, read(idsAlone, most));
	const found = await check(checkedRows).catch((error: unknown) => {
		// What is refused may be the number of rows.
		if (isRefusal(error)) return check(largestPage);
		throw error;
	});
	// Each range has a known ID in it: a site that doesn't find these doesn't read the filter as meant.
	if (found.filter((items) => items.some(isKnown)).length * 2 < ranges.length) return undefined;
	const spans = spansOf(found.flat().map(idOf), known, rows);
	const added = (await together(spans, read(request, rows))).flat();
	return added.filter((item) => !isKnown(item));
}

function nothingIfRefused(error: unknown): undefined {
	if (error instanceof NoRanges || isRefusal(error)) return undefined;
	throw error;
}

function idOf({ ID }: IDataObject): number {
	return typeof ID === 'string' && /^\d{1,15}$/.test(ID) ? Number(ID) : NaN;
}

function isAscending(ids: number[]): boolean {
	return ids.every((id, index) => index === 0 || id > ids[index - 1]);
}

/**
 * The ranges between pages in the order of their IDs, with an ID on each side that is known: within a
 * page nothing can be missing, for it was made at one time.
 */
function gapsOf(pages: number[][], { isEndSeen }: Parts): IdRange[] {
	const edges = pages
		.map((ids) => [ids[0], ids[ids.length - 1]])
		.sort(([one], [other]) => one - other);
	const gaps: IdRange[] = [];
	let [[, end]] = edges;
	for (const [first, last] of edges) {
		if (first > end + 1) gaps.push({ after: end - 1, upTo: first });
		end = Math.max(end, last);
	}
	return isEndSeen ? gaps : [...gaps, { after: end - 1 }];
}

/** Ranges that hold all IDs there can be, with many in each that are known. */
function rangesOf(known: number[]): IdRange[] {
	const ids = known.sort((one, other) => one - other);
	const ends = ids.filter((_, index) => index > 0 && index % checkedTogether === 0);
	return [...ends, undefined].map((upTo, index) => ({
		after: ends[index - 1] as number | undefined,
		upTo,
	}));
}

/** Ranges around the unknown of these IDs, each with at most so many IDs in it. */
function spansOf(there: number[], known: Set<number>, most: number): IdRange[] {
	const sorted = [...there].sort((one, other) => one - other);
	const spans: Array<{ after: number; upTo: number }> = [];
	let begun = -Infinity;
	sorted.forEach((id, index) => {
		if (known.has(id)) return;
		if (index - begun < most) {
			spans[spans.length - 1].upTo = id;
		} else {
			spans.push({ after: id - 1, upTo: id });
			begun = index;
		}
	});
	return spans;
}

/** Reads a range from ID to ID, so that what changes meanwhile shifts nothing. */
async function readRange(
	send: SendOne,
	request: ApiRequest,
	{ after, upTo }: IdRange,
	rows: number,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (let from = after; ; ) {
		const asked = withinIds(request, { after: from, upTo }) as ApiRequest;
		const page = readPage(await send(pageOf(asked, rows, 1)));
		const { items, count } = page;
		const ids = items.map(idOf);
		const fits = (id: number, index: number) =>
			id > (ids[index - 1] ?? from ?? -1) && id <= (upTo ?? Infinity);
		if (!ids.every(fits)) throw new NoRanges();
		for (const item of items) found.push(item);
		const last = ids.at(-1);
		const isCounted = ids.length === count && !mayCountItself(page, rows);
		if (last === undefined || last === upTo || isCounted) return found;
		from = last;
	}
}
