import { htmlEntities } from './entities';

/** Sections that aren't markup, what ends one where none is, and whatever begins with an ampersand. */
const pieces =
	/<!\[CDATA\[[^]*?(?:\]\]>|$)|\]\]>|&(?:#(?<decimal>\d+);|#[xX](?<hex>[\da-fA-F]+);|(?<name>[A-Za-z]\w*);)?/g;

/** In XML the one thing an ampersand may begin is a reference to one of these, or to a number. */
const ownEntities = ['amp', 'apos', 'gt', 'lt', 'quot'];

const controls = /(?![\t\n\r\x7f-\x9f])\p{Cc}/gu;
const strangers = /[\p{Cs}\ufffe\uffff]/gu;

/**
 * A document as XML allows it: an emoji written as two halves is put together, names of HTML become
 * their characters, control characters become spaces and other characters that XML forbids U+FFFD, and
 * an ampersand that begins nothing, and `]]>` that ends nothing, stand for themselves.
 */
export function repairXml(xml: string): string {
	return xml.replace(pieces, repairPiece).replace(controls, ' ').replace(strangers, '\uFFFD');
}

function repairPiece(piece: string, ...found: unknown[]): string {
	if (piece.startsWith('<')) return piece;
	if (piece === ']]>') return ']]&gt;';
	const { decimal, hex, name } = found.at(-1) as Record<string, string | undefined>;
	if (name !== undefined) {
		if (ownEntities.includes(name)) return piece;
		return htmlEntities.get(name) ?? `&amp;${piece.slice(1)}`;
	}
	if (decimal === undefined && hex === undefined) return '&amp;';
	const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
	// What is below has a meaning in XML, or is a space that it would read as another one.
	if ((code >= 0x20 && code < 0x7f) || [0x9, 0xa, 0xd].includes(code)) return piece;
	if (code > 0x10ffff) return '\uFFFD';
	return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
