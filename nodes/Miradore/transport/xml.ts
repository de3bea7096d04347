import type { IDataObject } from 'n8n-workflow';
import { SaxesParser } from 'saxes';
import { repairXml } from './repair';

/** An element of an XML document; names are without namespace prefixes. */
export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	children: XmlElement[];
	/** The text directly in it, without spaces around. */
	text: string;
}

/**
 * Elements that are read and left out of the document as soon as they end: a large list would take much
 * memory as a whole.
 */
interface Taken {
	/** The name of the element in the root that they are in. */
	parent: string;
	read(element: XmlElement): IDataObject;
	items: IDataObject[];
}

/** The document, its root, and the element in it. */
const depthOfItems = 3;

const deepest = 50;

/**
 * Reads a document, and where it isn't well-formed what {@link repairXml} makes of it: one odd
 * character in one name must not hide a whole list. Only the five entities of XML itself are known, and
 * what has a document type declaration isn't repaired, so a small document can't grow.
 *
 * @param taken gets the elements of a list one by one
 * @returns the root element; undefined where the text isn't well-formed or nested too deep
 */
export function parseXml(xml: string, taken?: Taken): XmlElement | undefined {
	const root = parseStrictly(xml, taken);
	if (root || /<!doctype/i.test(xml) || !isWorthRepair(xml)) return root;
	const repaired = repairXml(xml);
	return repaired === xml ? undefined : parseStrictly(repaired, taken);
}

/** More characters than a list of odd names has are no list of names, and would take much memory. */
const mostOdd = 100_000;

/** Whether a text is markup in which there aren't too many characters that a repair looks at. */
function isWorthRepair(xml: string): boolean {
	let odd = 0;
	for (let index = 0; index < xml.length && odd <= mostOdd; index++) {
		const code = xml.charCodeAt(index);
		const isSpace = code === 0x9 || code === 0xa || code === 0xd;
		const isOdd = (code < 0x20 && !isSpace) || code === 0x26;
		if (isOdd) odd += 1;
	}
	return odd <= mostOdd && xml.trimStart().startsWith('<');
}

function parseStrictly(xml: string, taken?: Taken): XmlElement | undefined {
	if (taken) taken.items.length = 0;
	const document = newElement('', {});
	const open = [document];
	const parser = new SaxesParser();
	// The first mistake ends the reading: each further one would cost time for nothing.
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = newElement(withoutPrefix(name), hasAny(attributes) ? attributes : noAttributes);
		open[open.length - 1].children.push(element);
		open.push(element);
		if (open.length > deepest) parser.fail('Nested too deep');
	});
	parser.on('text', (text) => {
		open[open.length - 1].text += text;
	});
	parser.on('cdata', (text) => {
		open[open.length - 1].text += text;
	});
	parser.on('closetag', () => {
		const closed = open.pop() as XmlElement;
		closed.text = closed.text.trim();
		const parent = open[open.length - 1];
		if (open.length !== depthOfItems || parent.name !== taken?.parent) return;
		parent.children.pop();
		taken.items.push(taken.read(closed));
	});
	try {
		parser.write(xml.trim()).close();
		return document.children[0];
	} catch {
		return undefined;
	}
}

/**
 * An element as JSON would have it: its text, or an object of its attributes and elements, with a list
 * where several have one name.
 */
export function toFields({ attributes, children, text }: XmlElement): unknown {
	if (children.length === 0 && !hasAny(attributes)) return text;
	const fields = new Map<string, unknown[]>();
	for (const [name, value] of Object.entries(attributes)) fields.set(withoutPrefix(name), [value]);
	for (const child of children) {
		const values = fields.get(child.name) ?? [];
		values.push(toFields(child));
		fields.set(child.name, values);
	}
	const entries = [...fields].map(([name, values]) => [
		name,
		values.length > 1 ? values : values[0],
	]);
	return Object.fromEntries([...entries, ...(text ? [['text', text]] : [])]);
}

/** Shared by the many elements without any, for each of which an object of its own would take memory. */
const noAttributes: Record<string, string> = {};

function hasAny(attributes: Record<string, string>): boolean {
	for (const name in attributes) return name !== undefined;
	return false;
}

function newElement(name: string, attributes: Record<string, string>): XmlElement {
	return { name, attributes, children: [], text: '' };
}

function withoutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
