import type { IDataObject } from 'n8n-workflow';
import { isMoment, isNoDate } from './entered';

/** What a text of JSON stands for; undefined where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Whether a value is an object, not a list. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object of names and values, and not a list, a date, a Map or another thing. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	const isObject = Object.prototype.toString.call(value) === '[object Object]';
	return isObject && !isMoment(value);
}

/**
 * Where something in a value of JSON is of no use: undefined, NaN, a date that is none, or what JSON has
 * no form for.
 *
 * @returns the names that lead there, such as `users.0.name`; undefined where there is none
 */
export function findHole(value: unknown, path: string[] = []): string | undefined {
	if (value === null || typeof value === 'boolean') return undefined;
	if (typeof value === 'string') return isNoDate(value) ? path.join('.') : undefined;
	if (typeof value === 'number') return Number.isFinite(value) ? undefined : path.join('.');
	if (!Array.isArray(value) && !isPlainObject(value)) return path.join('.');
	for (const [name, inner] of Object.entries(value)) {
		const hole = findHole(inner, [...path, name]);
		if (hole !== undefined) return hole;
	}
	return undefined;
}
