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
 * The element with the latest time, for Miradore's order is not documented (miradore-api.md 2).
 * Where no time can be read, all elements stay: which one is the latest isn't known.
 */
export function latest(elements: unknown[]): unknown[] {
	const orders = elements.map((element) => readOrder(element) ?? -Infinity);
	const newest = orders.reduce((best, order, index) => (order > orders[best] ? index : best), 0);
	return orders[newest] > -Infinity ? [elements[newest]] : elements;
}
