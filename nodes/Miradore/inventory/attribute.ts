import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';

/**
 * What an item has of an attribute such as `Status`, `InvDevice.Model` or `Tag.Name`: each value once,
 * sorted; none where it has none. Names are found whatever their letter case is, and lists by their
 * plural, too (miradore-api.md 5.6).
 */
export function readAttribute(item: IDataObject, attribute: string): string[] {
	let found: unknown[] = [item];
	for (const name of attribute.toLowerCase().split('.')) {
		found = found.filter(isObject).flatMap((part) =>
			Object.entries(part)
				.filter(([key]) => [name, `${name}s`].includes(key.toLowerCase()))
				.flatMap(([, value]) => value),
		);
	}
	const texts = found.filter((value) => typeof value === 'string' && value !== '') as string[];
	return [...new Set(texts)].sort();
}

/** Children of a device that it may have several of (miradore-api.md 5.6). */
const several = /^(Tag|InvApplication|InvCertificate|InvSIM|InvStorage|ConfigProfileDeployment)\./i;

/** Whether an item may have several values of an attribute. */
export function isListed(attribute: string): boolean {
	return several.test(attribute);
}
