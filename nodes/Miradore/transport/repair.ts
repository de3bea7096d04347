/** The names that HTML has for the characters from 160 to 255, in this order. */
const latin1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const htmlEntities: Record<string, string> = {
	...Object.fromEntries(
		latin1.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)]),
	),
	bull: '•',
	euro: '€',
	hellip: '…',
	ldquo: '“',
	lsquo: '‘',
	mdash: '—',
	ndash: '–',
	rdquo: '”',
	rsquo: '’',
	trade: '™',
};

/** Sections that aren't markup, and whatever begins with an ampersand. */
const pieces =
	/<!\[CDATA\[[^]*?(?:\]\]>|$)|&(?:#(?<decimal>\d+);|#[xX](?<hex>[\da-fA-F]+);|(?<name>[A-Za-z]\w*);)?/g;

/** In XML the one thing an ampersand may begin is a reference to one of these, or to a number. */
const ownEntities = ['amp', 'apos', 'gt', 'lt', 'quot'];

const controls = /(?![\t\n\r\x7f-\x9f])\p{Cc}/gu;
const strangers = /[\p{Cs}\ufffe\uffff]/gu;

/**
 * A document as XML allows it: an emoji written as two halves is put together, names of HTML become
 * their characters, control characters become spaces and other characters that XML forbids U+FFFD, and
 * an ampersand that begins nothing stands for itself.
 */
export function repairXml(xml: string): string {
	return xml.replace(pieces, repairPiece).replace(controls, ' ').replace(strangers, '\uFFFD');
}

function repairPiece(piece: string, ...found: unknown[]): string {
	if (piece.startsWith('<')) return piece;
	const { decimal, hex, name } = found.at(-1) as Record<string, string | undefined>;
	if (name !== undefined) {
		if (ownEntities.includes(name)) return piece;
		return Object.hasOwn(htmlEntities, name) ? htmlEntities[name] : `&amp;${piece.slice(1)}`;
	}
	if (decimal === undefined && hex === undefined) return '&amp;';
	const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
	// What is below has a meaning in XML, or is a space that it would read as another one.
	if ((code >= 0x20 && code < 0x7f) || [0x9, 0xa, 0xd].includes(code)) return piece;
	if (code > 0x10ffff) return '\uFFFD';
	return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
