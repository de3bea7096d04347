import type { Reading } from './reading';

/** Whether a page was empty, or had less than others, and items came behind it: some were left out. */
export function hasHole({ sizes }: Reading): boolean {
	const full = Math.max(...sizes);
	return sizes.some((size, index) => size < full && sizes.slice(index + 1).some((one) => one > 0));
}

/** Whether one page had all, so that nothing can have changed in between. */
export function isOnePage(reading: Reading): boolean {
	const { items, pages, isEnded } = reading;
	const said = pages.length > 0 ? pages[0].count : 0;
	return isEnded && pages.length <= 1 && said === items.size && isSaidAtEnd(reading);
}

/** Whether the last answer counts what came; a page behind the end that counts none may be left out. */
function isSaidAtEnd({ items, count = 0 }: Reading): boolean {
	return count === items.size;
}

/** Whether all items have IDs: where one is retired and one added, the count alone fits all the same. */
export function isById({ items }: Reading): boolean {
	return [...items.keys()].every((key) => typeof key === 'string');
}

/** Whether the last page has less than the first one, or the last answer counts what came. */
export function showsEnd(reading: Reading): boolean {
	const { pages } = reading;
	return Number(pages.at(-1)?.items.length) < pages[0].items.length || isSaidAtEnd(reading);
}

/** Whether pages have less than was asked for: a site that counts them by that leaves out what is between. */
export function isCutShort({ pages, rows }: Reading): boolean {
	return pages.length > 1 && pages[0].items.length < rows;
}

/** Whether all pages say the same of the length, and as many came or more are there than wanted. */
export function fits(reading: Reading, isCut: boolean): boolean {
	const { items, counts, isEnded } = reading;
	return isEnded && counts.size === 1 && (isCut ? !hasHole(reading) : counts.has(items.size));
}

/** Whether two readings without a hole went to an end and gave the same. */
export function isSame(one: Reading, other: Reading): boolean {
	const [ids, others] = [[...one.items.keys()], new Set(other.items.keys())];
	const isEnded = [one, other].every((reading) => reading.isEnded && !hasHole(reading));
	return isEnded && ids.length === others.size && ids.every((id) => others.has(id));
}
