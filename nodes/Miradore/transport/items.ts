import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './failure';
import { parseXml, type XmlElement } from './xml';

/** One page of a list that API v1 answered (miradore-api.md 5.5). */
export interface Page {
	items: IDataObject[];
	/** The number of matches over all pages, where Miradore says it. */
	count?: number;
}

/**
 * Reads the XML of API v1: `Content`, in it `Items`, in that one element an item.
 *
 * @throws ApiFailure when the body is anything else: then it says nothing about items
 */
export function readPage(body: unknown): Page {
	const content = typeof body === 'string' ? parseXml(body) : undefined;
	const items = content?.name === 'Content' ? childOf(content, 'Items') : undefined;
	if (!content || !items) {
		throw new ApiFailure(
			"Miradore's answer is not a list of API v1",
			"A proxy or sign-in page may be in between, or 'Base URL' in the credential is not Miradore's.",
		);
	}
	const count = Number.parseInt(items.attributes.count ?? content.attributes.count, 10);
	return {
		items: items.children.map(toObject),
		...(Number.isNaN(count) ? {} : { count }),
	};
}

/** The `Description` of an error document of API v1; undefined where the body is none. */
export function readErrorDescription(body: unknown): string | undefined {
	const content = typeof body === 'string' && body.startsWith('<') ? parseXml(body) : undefined;
	const error = content && childOf(content, 'Error');
	return error && childOf(error, 'Description')?.text;
}

function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
	return children.find((child) => child.name === name);
}

/** Items that a device may have several of; in the answer wrapped in their plural, or not. */
const listed = [
	'Tag',
	'InvApplication',
	'InvCertificate',
	'InvIosProfile',
	'InvOperatorNetwork',
	'InvSIM',
	'InvStorage',
	'ConfigProfileDeployment',
];

function toObject({ children }: XmlElement): IDataObject {
	const entries = new Map<string, IDataObject[string]>();
	for (const child of children) {
		const isWrapper =
			child.children.length > 0 && child.children.every(({ name }) => `${name}s` === child.name);
		if (isWrapper) {
			entries.set(child.name, child.children.map(toObject));
		} else if (listed.includes(child.name)) {
			const list = (entries.get(`${child.name}s`) ?? []) as IDataObject[];
			list.push(toObject(child));
			entries.set(`${child.name}s`, list);
		} else {
			entries.set(child.name, child.children.length > 0 ? toObject(child) : readValue(child.text));
		}
	}
	return Object.fromEntries(entries);
}

/** Miradore writes the first day of the calendar for a date that there isn't. */
function readValue(text: string): string {
	return /^(01\.01\.0001|0001-01-01)\b/.test(text) ? '' : text;
}
