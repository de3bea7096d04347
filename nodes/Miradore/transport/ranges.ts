import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './failure';
import { readPage } from './items';
import { pageOf, withinIds, type IdRange } from './listRequest';
import type { SendOne } from './pages';
import type { ApiRequest } from './request';
import { together } from './together';

/** IDs in one request of the check: fewer than `rows`, for there may be more by then. */
const checkedTogether = 800;
const checkedRows = 1000;

/** Why ranges of IDs can't be asked for on this site. */
class NoRanges extends Error {}

/**
 * Adds what is missing in a list that changed while its pages were read: asks for the IDs alone, side by
 * side over ranges of those that are known, and reads what isn't known. So nothing is missing that was
 * there all the time, whatever the pages and their counts were like.
 *
 * @param items of which each has an ID
 * @param rows how many items to read at a time
 * @param isCut whether only what comes before the last of them is wanted
 * @returns what was missing; undefined where it can't be found out, because the filter, an ID or the
 * site doesn't allow it
 * @throws ApiFailure when a request fails
 */
export async function findMissing(
	send: SendOne,
	request: ApiRequest,
	items: IDataObject[],
	{ rows, isCut }: { rows: number; isCut: boolean },
): Promise<IDataObject[] | undefined> {
	const ids = items.map(idOf).sort((one, other) => one - other);
	const idsAlone = { ...request, query: { ...request.query, select: 'ID' } };
	if (ids.length === 0 || ids.some(Number.isNaN) || !withinIds(request, {})) return undefined;
	const read = (asked: ApiRequest, most: number) => (range: IdRange, failed: AbortController) =>
		readRange((one) => send(one, failed), asked, range, most);
	try {
		const found = await together(rangesOf(ids, isCut), read(idsAlone, checkedRows));
		const there = found.flat().map(idOf);
		const known = new Set(ids);
		const confirmed = there.filter((id) => known.has(id)).length;
		// A site that finds hardly any of those that it has just given doesn't read the filter as it is meant.
		if (confirmed * 2 < ids.length) return undefined;
		const spans = spansOf(there, known, rows);
		const added = (await together(spans, read(request, rows))).flat();
		return added.filter((item) => !known.has(idOf(item)));
	} catch (error) {
		const isRefused = error instanceof ApiFailure && [400, 500].includes(error.httpCode ?? 0);
		if (error instanceof NoRanges || isRefused) return undefined;
		throw error;
	}
}

function idOf({ ID }: IDataObject): number {
	return typeof ID === 'string' && /^\d{1,15}$/.test(ID) ? Number(ID) : NaN;
}

/** Ranges that hold all IDs there can be, by those that are known in their order. */
function rangesOf(ids: number[], isCut: boolean): IdRange[] {
	const ends = ids.filter((_, index) => (index + 1) % checkedTogether === 0);
	if (isCut && ends.at(-1) !== ids.at(-1)) ends.push(ids[ids.length - 1]);
	const ranges = ends.map((upTo, index) => ({
		after: ends[index - 1] as number | undefined,
		upTo,
	}));
	return isCut ? ranges : [...ranges, { after: ends.at(-1), upTo: undefined } as IdRange];
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
		const { items, count } = readPage(await send(pageOf(asked, rows, 1)));
		const ids = items.map(idOf);
		const fits = (id: number, index: number) =>
			id > (ids[index - 1] ?? from ?? -1) && id <= (upTo ?? Infinity);
		if (!ids.every(fits)) throw new NoRanges();
		found.push(...items);
		if (ids.length === 0 || ids.length === count) return found;
		from = ids[ids.length - 1];
	}
}
