import type { IDataObject } from 'n8n-workflow';

/**
 * The values that a listed item has of an attribute such as `Platform` or `Tag.Name`: one, or for what
 * it has several of any number (miradore-api.md 5.6). Empty text stands for a value that isn't there.
 */
export function valuesOf(item: IDataObject, attribute: string): string[] {
	const [first, second] = attribute.split('.');
	if (second === undefined) return [String(item[first] ?? '')];
	const parts = [item[`${first}s`] ?? item[first] ?? {}].flat() as IDataObject[];
	return parts.map((part) => String(part[second] ?? ''));
}
