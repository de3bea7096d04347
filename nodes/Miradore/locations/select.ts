import { readInstant, readOrder } from './fix';
import type { Period } from './period';

/** Keeps the elements within the period, both ends included, and those whose time can't be read. */
export function withinPeriod(elements: unknown[], { start, end }: Period): unknown[] {
	return elements.filter((element) => {
		const instant = readInstant(element);
		if (instant === undefined) return true;
		return instant >= (start?.instant ?? -Infinity) && instant <= (end?.instant ?? Infinity);
	});
}

/**
 * The elements that may be the latest, for Miradore's order is not documented (miradore-api.md 2): the
 * newest one, and all whose time can't be read. Times without an offset can't be compared with others,
 * so the newest of each kind stays.
 */
export function latest(elements: unknown[]): unknown[] {
	const newest = [newestBy(elements, readInstant), newestBy(elements, orderWithoutOffset)];
	return elements.filter(
		(element, index) => newest.includes(index) || readOrder(element) === undefined,
	);
}

/** Whether it is known of one element that it is the latest. */
export function isLatestKnown(elements: unknown[]): boolean {
	const kept = latest(elements);
	return kept.length === 1 && readOrder(kept[0]) !== undefined;
}

function orderWithoutOffset(element: unknown): number | undefined {
	return readInstant(element) === undefined ? readOrder(element) : undefined;
}

/** The index of the first element with the greatest order; -1 where none has one. */
function newestBy(elements: unknown[], order: (element: unknown) => number | undefined): number {
	const orders = elements.map((element) => order(element) ?? -Infinity);
	return orders.reduce(
		(best, current, index) => (current > (orders[best] ?? -Infinity) ? index : best),
		-1,
	);
}
