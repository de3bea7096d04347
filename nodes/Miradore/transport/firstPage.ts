import type { Page } from './items';
import { largestPage } from './listRequest';

/** The most pages that are read of a list, whatever an answer says of its length. */
export const mostPages = 10_000;

/** Fewer are no page that a site cuts off there, unless it is a quarter of a hundred or half of one. */
const fewestOnFullPage = 100;
/** The fewest items at which a site cuts off its pages. */
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

/** What the most that a site gives in a page is a multiple of, where it gives less than was asked for. */
const roundPage = 50;

/**
 * How many items to ask for in the other pages. Where a site gives fewer than were asked for, it may count
 * its pages by what it gives or by what it is asked for; asked for just as many, both are the same.
 */
export function rowsFor({ items }: Page, asked: number): number {
	const isFollowed = asked > largestPage && items.length >= roundPage;
	return isFollowed ? Math.min(items.length, asked) : asked;
}

/**
 * The last page by the first one's count; 1 where that can't be right. Where the last page with items
 * would be full, it is the one behind, which shows that there are no more.
 */
export function lastPage({ items, count = 0 }: Page, limit: number): number {
	const given = items.length;
	if (given === 0 || given >= limit || count <= given) return 1;
	const last = count < limit ? Math.floor(count / given) + 1 : Math.ceil(limit / given);
	return last > mostPages ? 1 : last;
}
