import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';

/**
 * The values that a listed item has of an attribute such as `Platform` or `Tag.Name`: one, or for what
 * it has several of any number (miradore-api.md 5.6). Empty text stands for a value that isn't there or
 * can't be read.
 */
export function valuesOf(item: IDataObject, attribute: string): string[] {
	const given = givenOf(item, attribute);
	const values = given.map((value) => (isObject(value) ? '' : String(value ?? '')));
	return values.length > 0 ? values : [''];
}

/** Whether an item has something of which the attribute can't be read, such as a tag without a name. */
export function isUnclear(item: IDataObject, attribute: string): boolean {
	return givenOf(item, attribute).some(isObject);
}

/** What came of an attribute; an object is what can't be read. */
function givenOf(item: IDataObject, attribute: string): unknown[] {
	const [first, second] = attribute.split('.');
	if (second === undefined) return [item[first]].flat();
	const names = new Set([`${first}s`, first.replace(/y$/, 'ies'), first]);
	const parts = [...names].flatMap((name) => item[name] ?? []) as unknown[];
	return parts.flatMap((part) => {
		const isNone = isObject(part) && Object.keys(part).length === 0;
		return isObject(part) && !isNone ? (part[second] ?? part) : isNone ? '' : part;
	});
}
