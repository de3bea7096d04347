/**
 * Stands for a parameter that isn't in the node. It is a thing of its own, for undefined and null are
 * what expressions give that found nothing.
 */
export const absent: unique symbol = Symbol('absent');

/**
 * Whether a value that was given is of no use: undefined, null, NaN, blank text, or a resource locator
 * with one of these in it.
 */
export function isNothing(value: unknown): boolean {
	if (typeof value === 'object' && value !== null && '__rl' in value) {
		return isNothing((value as { value?: unknown }).value);
	}
	return (
		value === undefined ||
		value === null ||
		Number.isNaN(value) ||
		(typeof value === 'string' && value.trim() === '')
	);
}
