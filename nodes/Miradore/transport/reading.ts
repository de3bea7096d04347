import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './apiFailure';
import type { Page } from './items';
import { largestPage } from './listRequest';
import { together } from './together';

/** Reads one page, counted from 1, of pages with so many items. */
export type ReadPage = (page: number, rows: number, failed?: AbortController) => Promise<Page>;

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
export interface Wanted {
	/** How many items are wanted. */
	limit: number;
	/** How many are asked for in a page; a site may give fewer. */
	asked: number;
	/** How many were asked for in the first reading of the list, which is the most of all. */
	rows: number;
}

/** The most pages that are read of a list, whatever an answer says of its length. */
const mostPages = 10_000;

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

/** Fewer are no page that a site cuts off there, unless it is a quarter of a hundred or half of one. */
const fewestOnFullPage = 100;
export const smallestPage = 25;

/**
 * Whether a first page may have as many items as the site puts into one, and count only these: then a
 * count that agrees with them doesn't say that there are no more.
 */
export function mayCountItself({ items: { length }, count }: Page, asked: number): boolean {
	if (count !== length) return false;
	return (
		length === asked || length >= fewestOnFullPage || (length > 0 && length % smallestPage === 0)
	);
}

/** Whether a page was empty, or had less than others, and items came behind it: some were left out. */
export function hasHole({ sizes }: Reading): boolean {
	const full = Math.max(...sizes);
	return sizes.some((size, index) => size < full && sizes.slice(index + 1).some((one) => one > 0));
}

/** What the most that a site gives in a page is a multiple of, where it gives less than was asked for. */
const roundPage = 50;

/**
 * How many items to ask for in the other pages. Where a site gives fewer than were asked for, it may count
 * its pages by what it gives or by what it is asked for; asked for just as many, both are the same.
 */
function rowsFor({ items }: Page, asked: number): number {
	const isFollowed = asked > largestPage && items.length >= roundPage;
	return isFollowed ? Math.min(items.length, asked) : asked;
}

/**
 * The last page by the first one's count; 1 where that can't be right. Where the last page with items
 * would be full, it is the one behind, which shows that there are no more.
 */
function lastPage({ items, count = 0 }: Page, limit: number): number {
	const given = items.length;
	if (given === 0 || given >= limit || count <= given) return 1;
	const last = count < limit ? Math.floor(count / given) + 1 : Math.ceil(limit / given);
	return last > mostPages ? 1 : last;
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
