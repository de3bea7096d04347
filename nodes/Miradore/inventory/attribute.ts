import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';

/**
 * What an item has of an attribute such as `Status`, `InvDevice.Model` or `Tag.Name`: each value once,
 * sorted; none where it has none, or none that can be read. Names are found whatever their letter case is,
 * and lists by their plural, too (miradore-api.md 5.6).
 */
export function readAttribute(item: IDataObject, attribute: string): string[] {
	const given = givenOf(item, attribute);
	const texts = given.filter((value) => typeof value === 'string' && value !== '') as string[];
	return [...new Set(texts)].sort();
}

/** Whether an item has something of which the attribute can't be read, such as a tag without a name. */
export function isUnclear(item: IDataObject, attribute: string): boolean {
	return givenOf(item, attribute).some(isObject);
}

/** What came of an attribute: text, also where it stands in the place of a part, or objects it isn't in. */
function givenOf(item: IDataObject, attribute: string): unknown[] {
	let given: unknown[] = [item];
	for (const [depth, name] of attribute.toLowerCase().split('.').entries()) {
		const names = [name, `${name}s`, name.replace(/y$/, 'ies')];
		given = given.flatMap((part) => {
			if (!isObject(part)) return part;
			const entries = Object.entries(part);
			const found = entries.filter(([key]) => names.includes(key.toLowerCase()));
			const isOther = depth > 0 && entries.length > 0 && found.length === 0;
			return isOther ? part : found.flatMap(([, value]) => value as unknown);
		});
	}
	return given;
}

/** Children of a device that it may have several of (miradore-api.md 5.6). */
const several = /^(Tag|InvApplication|InvCertificate|InvSIM|InvStorage|ConfigProfileDeployment)\./i;

/** Whether an item may have several values of an attribute. */
export function isListed(attribute: string): boolean {
	return several.test(attribute);
}
