import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from './apiFailure';
import { parseXml, type XmlElement } from './xml';

/** One page of a list that API v1 answered (miradore-api.md 5.5). */
export interface Page {
	items: IDataObject[];
	/** The number of matches over all pages, where Miradore says it in digits. */
	count?: number;
}

/**
 * Reads the XML of API v1: `Content`, in it `Items`, in that one element an item.
 *
 * @throws ApiFailure when the body is anything else: then it says nothing about items
 */
export function readPage(body: unknown): Page {
	const list: IDataObject[] = [];
	const taken = { parent: 'Items', read: toItem, items: list };
	const content = typeof body === 'string' ? parseXml(body, taken) : undefined;
	const items = content?.name === 'Content' ? childOf(content, 'Items') : undefined;
	if (!content || !items || childOf(content, 'Error')) {
		throw new ApiFailure(
			"Miradore's answer is not a list of API v1",
			"A proxy or sign-in page may be in between, or 'Base URL' in the credential is not Miradore's.",
		);
	}
	const count = (items.attributes.count ?? content.attributes.count ?? '').trim();
	return {
		items: list,
		...(/^\d+$/.test(count) && { count: Number(count) }),
	};
}

/** What an item has in attributes instead of elements is told, too. */
function toItem({ attributes, children }: XmlElement): IDataObject {
	return { ...attributes, ...toObject(children) };
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

const wrappers = new Set(listed.map((name) => `${name}s`));

type Value = IDataObject[string];

/** Lists are lists however many they hold; a second element of a name makes a list of any other, too. */
function toObject(children: XmlElement[]): IDataObject {
	const entries = new Map<string, Value>();
	for (const child of children) {
		const name = listed.includes(child.name) ? `${child.name}s` : child.name;
		const isList = name !== child.name || isWrapper(child);
		if (!isList && !entries.has(name)) {
			entries.set(name, toValue(child));
			continue;
		}
		const before = entries.get(name);
		const list = (Array.isArray(before) ? before : entries.has(name) ? [before] : []) as Value[];
		for (const value of isWrapper(child) ? listedIn(child) : [toValue(child)]) list.push(value);
		entries.set(name, list as Value);
	}
	return Object.fromEntries(entries);
}

function toValue({ attributes, children, text }: XmlElement): Value {
	if (children.length > 0) return toObject(children);
	const own = text === '' ? Object.entries(attributes).filter(([name]) => !isForeign(name)) : [];
	return own.length > 0 ? Object.fromEntries(own) : readValue(text);
}

/** Attributes of XML itself, such as `xsi:nil`. */
function isForeign(name: string): boolean {
	return name.includes(':') || name === 'xmlns';
}

/** Foreign children keep their names. */
function listedIn({ name, children, text }: XmlElement): Value[] {
	if (children.length === 0 && text) return [readValue(text)];
	return children.map((child) => (`${child.name}s` === name ? toValue(child) : toObject([child])));
}

/** What an unknown list holds shows only where there is something in it. */
function isWrapper({ name, children }: XmlElement): boolean {
	if (wrappers.has(name)) return true;
	return children.length > 0 && children.every((child) => `${child.name}s` === name);
}

/** Miradore writes the first day of the calendar for a date that there isn't. */
function readValue(text: string): string {
	return /^(01\.01\.0001|0001-01-01|1\/1\/0001)\b/.test(text) ? '' : text;
}
