import { UserError } from 'n8n-workflow';
import { isMoment, isNoDate } from './entered';

/**
 * Stands for a parameter that isn't in the node. It is a thing of its own, for undefined and null are
 * what expressions give that found nothing.
 */
export const absent: unique symbol = Symbol('absent');

/**
 * Whether a value that was given is of no use: undefined, null, NaN, blank text, a date that is none or
 * the text that Luxon and JavaScript write for it, or a resource locator with one of these in it.
 */
export function isNothing(value: unknown): boolean {
	if (typeof value === 'object' && value !== null && '__rl' in value) {
		return isNothing((value as { value?: unknown }).value);
	}
	if (typeof value === 'string') return value.trim() === '' || isNoDate(value);
	if (isMoment(value)) return value.toJSON() === null;
	return value === undefined || value === null || Number.isNaN(value);
}

/** The error that a field is empty; `field` is its label in quotes, and where it is. */
export function emptyField(field: string): UserError {
	return new UserError(`${field} is empty`, {
		description:
			'Nothing was sent. Enter a value, or correct the expression, which gave nothing. What is not needed can be removed.',
	});
}

/** Whether a value is an object in which nothing is: no names, or nothing or empty lists behind them all. */
export function isEmptyObject(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.values(value).every(
		(inner) => inner === undefined || (Array.isArray(inner) && inner.length === 0),
	);
}
