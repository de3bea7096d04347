import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './apiFailure';
import { lastPage, mayCountItself, mostPages, rowsFor } from './firstPage';
import type { Page } from './items';
import { together } from './together';

/** Reads one page, counted from 1, of pages with so many items. */
type ReadPage = (page: number, rows: number, failed?: AbortController) => Promise<Page>;

/** What one reading of a list, from its first page on, gave. */
export interface Reading {
	/** By ID, each once, in the order in which they came; by a number of its own what has no ID. */
	items: Map<unknown, IDataObject>;
	/** The pages that had items, as they came. */
	pages: Page[];
	/** How many items there are by what the last page said. */
	count?: number;
	/** What the pages with items said of that. */
	counts: Set<number | undefined>;
	/** How many items each page had, also those without any. */
	sizes: number[];
	/** How many items the pages behind the first were asked for. */
	rows: number;
	/** How many pages at the end had no items. */
	emptyPages: number;
	/** Whether all was seen: as many as are wanted, as many as there are, or at last empty pages. */
	isEnded: boolean;
	/** Whether a page had items, and none but known ones: there is no end to be seen then. */
	isRepeated: boolean;
}

/** What is asked for in a reading. */
interface Wanted {
	/** How many items are wanted. */
	limit: number;
	/** How many are asked for in a page; a site may give fewer. */
	asked: number;
	/** How many were asked for in the first reading of the list, which is the most of all. */
	rows: number;
}

/**
 * Reads a list once (miradore-api.md 5.4): where Miradore says how many items there are its pages side
 * by side, and where that was wrong or isn't said one after another, to a page that is empty.
 *
 * @throws ApiFailure when a page can't be read, or there are far too many
 */
export async function readOnce(read: ReadPage, wanted: Wanted): Promise<Reading> {
	const first = await read(1, wanted.asked);
	const rows = rowsFor(first, wanted.asked);
	const last = lastPage(first, wanted.limit);
	const others = Array.from({ length: last - 1 }, (_, index) => index + 2);
	const readOther = (page: number, failed?: AbortController) => read(page, rows, failed);
	const pages = [first, ...(await together(others, readOther, hasTwoEmpty))];
	const reading: Reading = {
		items: new Map(),
		counts: new Set(),
		pages: [],
		sizes: [],
		rows,
		emptyPages: 0,
		isEnded: false,
		isRepeated: false,
	};
	for (const page of pages) add(reading, page, wanted);
	reading.isRepeated = false;
	for (let before = pages.at(-1), page = pages.length + 1; isOpen(reading); page++) {
		if (page > mostPages) throw endless();
		const next = await readOther(page);
		add(reading, next, wanted);
		// Without IDs, pages that look the same are known to be others by their number alone.
		reading.isRepeated ||= next.items.length > 0 && isSame(next, before);
		before = next;
	}
	return reading;
}

/** Whether the page of this index and one beside it are empty: then those behind them are, too. */
function hasTwoEmpty(pages: Array<Page | undefined>, index: number): boolean {
	const isEmpty = (at: number) => pages[at]?.items.length === 0;
	return isEmpty(index) && (isEmpty(index - 1) || isEmpty(index + 1));
}

function isOpen({ isEnded, isRepeated }: Reading): boolean {
	return !isEnded && !isRepeated;
}

function add(reading: Reading, page: Page, { limit, asked, rows }: Wanted): void {
	const { items: all } = reading;
	const { items, count } = page;
	const known = all.size;
	for (const item of items) all.set(item.ID || all.size, item);
	reading.count = count;
	reading.sizes.push(items.length);
	if (items.length === 0) {
		reading.emptyPages += 1;
		// One empty page may be a hole in the middle, unless it counts what came, too.
		const isWhole = known === 0 ? !count : count === known && reading.counts.has(known);
		reading.isEnded = isWhole || reading.emptyPages > 1;
		return;
	}
	reading.counts.add(count);
	reading.pages.push(page);
	reading.emptyPages = 0;
	reading.isRepeated = all.size === known;
	const isAlone = reading.pages.length === 1;
	const isFull = items.length >= reading.pages[0].items.length;
	// A count that ends with a full page may be wrong, and there be more behind.
	const isDoubtful = isAlone ? mayCountItself(page, asked) : isFull;
	// A site that gives more than asked for doesn't look at pages, unless it counts even more.
	const isAll = isAlone && items.length > rows && (count ?? 0) <= items.length;
	reading.isEnded = isAll || all.size >= limit || (all.size === count && !isDoubtful);
}

function isSame(one: Page, other: Page | undefined): boolean {
	return JSON.stringify(one.items) === JSON.stringify(other?.items);
}

function endless(): ApiFailure {
	return new ApiFailure(
		`Miradore's list has more than ${mostPages} pages`,
		"Turn 'Return All' off, or narrow the list down with filters.",
	);
}
