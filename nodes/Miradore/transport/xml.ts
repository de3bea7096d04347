import { SaxesParser } from 'saxes';

/** An element of an XML document; names are without namespace prefixes. */
export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	children: XmlElement[];
	/** The text directly in it, without spaces around. */
	text: string;
}

const deepest = 50;

/**
 * Reads a document. Only the five entities of XML itself are known: a document type declaration has
 * no effect, so a small document can't grow.
 *
 * @returns the root element; undefined where the text isn't well-formed or nested too deep
 */
export function parseXml(xml: string): XmlElement | undefined {
	const document = newElement('', {});
	const open = [document];
	const parser = new SaxesParser();
	let isBad = false;
	parser.on('error', () => {
		isBad = true;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = newElement(withoutPrefix(name), attributes);
		open[open.length - 1].children.push(element);
		open.push(element);
		isBad ||= open.length > deepest;
	});
	parser.on('text', (text) => {
		open[open.length - 1].text += text.trim();
	});
	parser.on('cdata', (text) => {
		open[open.length - 1].text += text;
	});
	parser.on('closetag', () => {
		open.pop();
	});
	parser.write(xml.trim()).close();
	return isBad ? undefined : document.children[0];
}

function newElement(name: string, attributes: Record<string, string>): XmlElement {
	return { name, attributes, children: [], text: '' };
}

function withoutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
