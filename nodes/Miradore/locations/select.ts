import { dayMs } from '../values/day';
import { hasDayAlone, readInstant, readOrder, readPlaceOf } from './fix';
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
 * so the newest of each kind stays; nor can a day be compared with a time of that day.
 */
export function latest(elements: unknown[]): unknown[] {
	const local = newestBy(elements, orderWithoutOffset);
	const newest = [...newestBy(elements, readInstant), ...local];
	const mayBeNewest = (element: unknown) =>
		hasDayAlone(element) && Number(readOrder(element)) + dayMs > Number(readOrder(local[0]));
	return elements.filter(
		(element) =>
			newest.includes(element) || readOrder(element) === undefined || mayBeNewest(element),
	);
}

/** How locations may be sorted: by time, or not at all. */
export type Order = 'oldestFirst' | 'newestFirst' | 'asSent';

/** The elements in the order of time; those whose time can't be read come last, as they were. */
export function inOrder(elements: unknown[], order: Order): unknown[] {
	if (order === 'asSent') return elements;
	const direction = order === 'oldestFirst' ? 1 : -1;
	const placeOf = (element: unknown) => direction * (readOrder(element) ?? direction * Infinity);
	return [...elements].sort((one, other) => {
		const [first, second] = [placeOf(one), placeOf(other)];
		return first === second ? 0 : first - second;
	});
}

/** Whether it is known of one element that it is the latest. */
export function isLatestKnown(elements: unknown[]): boolean {
	const kept = latest(elements);
	return kept.length === 1 && readOrder(kept[0]) !== undefined;
}

function orderWithoutOffset(element: unknown): number | undefined {
	return readInstant(element) === undefined ? readOrder(element) : undefined;
}

/** The elements with the greatest order, one for each place; none where none has an order. */
function newestBy(elements: unknown[], order: (element: unknown) => number | undefined): unknown[] {
	const greatest = elements.reduce<number>(
		(most, element) => Math.max(most, order(element) ?? -Infinity),
		-Infinity,
	);
	const byPlace = new Map<string, unknown>();
	for (const element of elements) {
		if (order(element) !== greatest) continue;
		const place = JSON.stringify(readPlaceOf(element) ?? element);
		if (!byPlace.has(place)) byPlace.set(place, element);
	}
	return [...byPlace.values()];
}
