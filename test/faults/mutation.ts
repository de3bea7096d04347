import fc from 'fast-check';
import { strangerHost } from './agreeableSite';
import { hostileValue } from './hostile';
import type { Slot } from './slots';

const hostile = hostileValue(strangerHost);

/** For one item: which of the parameters are hostile, and how. */
export const mutation = fc.array(fc.tuple(fc.nat({ max: 999 }), hostile), {
	minLength: 1,
	maxLength: 3,
});
/** Thirty items with at least one hostile parameter each, and whether parts of locators are hostile. */
export const batch = fc.record({
	nested: fc.boolean(),
	mutations: fc.array(mutation, { minLength: 30, maxLength: 30 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** Good values of these would refuse the whole run, make it wait, or let it not wait at all. */
const countsForAll = ['maximumDevices', 'waitForResult', 'timeout'];
const isLeftOut = (name: string, value: unknown) =>
	countsForAll.includes(name) && typeof value !== 'object' && Number(value) >= 1;

/** The values of an item: good ones except those that are mutated. */
export function mutate(
	slots: Slot[],
	mutated: Mutation,
	locate: (value: unknown) => unknown,
): unknown[] {
	const values = slots.map(({ good }) => good);
	for (const [place, raw] of mutated) {
		const index = place % Math.max(1, slots.length);
		const value = locate(raw);
		if (slots.length > 0 && !isLeftOut(slots[index].name, value)) values[index] = value;
	}
	return values;
}
