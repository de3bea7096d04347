import { htmlEntities } from '../../nodes/Miradore/transport/entities';
import { readPage } from '../../nodes/Miradore/transport/items';

describe('a list of API v1', () => {
	it.each([
		['controls', '\x01a'],
		['ampersands', '&a'],
	])('is given up where it is made of %s', (_, odd) => {
		const list = (length: number) =>
			`<Content><Items><Device><Name>${odd.repeat(length)}</Name></Device></Items></Content>`;
		expect(readPage(list(1000)).items).toHaveLength(1);
		expect(() => readPage(list(200_000))).toThrow('not a list of API v1');
	});

	it.each([
		['a&#x1F;b', 'a b'],
		['a\u000bb\u0000c', 'a b c'],
		['a&#0;b&#11;c', 'a b c'],
		['a\uFFFEb&#xFFFF;c', 'a\uFFFDb\uFFFDc'],
		['&#xD83D;&#xDE00;', '😀'],
		['&#55357;&#56832;', '😀'],
		['&#xD83D; and &#xDE00;', '\uFFFD and \uFFFD'],
		['&#x1F600;&#xD83D;', '😀\uFFFD'],
		['&#x110000;&#99999999999999999999;', '\uFFFD\uFFFD'],
		['R&D', 'R&D'],
		['& &; &amp; &#; &#x; &a b;', '& &; & &#; &#x; &a b;'],
		['a&nbsp;b&eacute;&Ouml;&euro;', 'a\u00a0béÖ€'],
		['&Alpha;&omega;&thetasym;&Scaron;&fnof;&tilde;&zwnj;', 'ΑωϑŠƒ˜\u200c'],
		['&dagger;&permil;&lsaquo;&frasl;&image;&alefsym;', '†‰‹⁄ℑℵ'],
		['&larr;&hArr;&forall;&notin;&there4;&asymp;&sube;&sdot;', '←⇔∀∉∴≈⊆⋅'],
		['&lceil;&rfloor;&loz;&spades;&diams;&frac34;&sup2;', '⌈⌋◊♠♦¾²'],
		['a]]>b]]', 'a]]>b]]'],
		[']]>&nbsp;<![CDATA[x]]>]]>', ']]>\u00a0x]]>'],
		['&constructor;&foo;', '&constructor;&foo;'],
		['&lt;&#60;&#x3c;&&#x80;', '<<<&\u0080'],
		['<![CDATA[R&D &nbsp; <b>]]> & &#x1F600;', 'R&D &nbsp; <b> & 😀'],
		['<![CDATA[a\u0001b]]>', 'a b'],
	])('is read although a name is %j', (written, name) => {
		const xml = `<Content><Items><Tag><Name>${written}</Name></Tag><Tag><Name>&amp;</Name></Tag></Items></Content>`;
		expect(readPage(xml).items).toEqual([{ Name: name }, { Name: '&' }]);
	});

	it('is read whichever of the 252 names of HTML 4 is in it', () => {
		const own = ['amp', 'gt', 'lt', 'quot'];
		const names = [...htmlEntities.keys(), ...own];
		expect(names).toHaveLength(252);
		const written = names.map((name) => `<Tag><Name>&${name};</Name></Tag>`).join('');
		const { items } = readPage(`<Content><Items>${written}</Items></Content>`);
		const texts = items.map(({ Name }) => Name as string);
		expect(texts.filter((text) => [...text].length > 1)).toEqual([]);
		expect(items).toHaveLength(252);
	});

	it('is repaired in a time that grows with its length alone', () => {
		const hostile = '<![CDATA[&'.repeat(100_000);
		expect(() => readPage(`<Content><Items><a>&${hostile}`)).toThrow('is not a list');
	});

	it('may have CDATA, spaces and declarations around', () => {
		const name = '\n <![CDATA[R&D <1>]]> \n';
		const xml = `\n<?xml version="1.0"?>\n<Content><Items><Tag><Name>${name}</Name></Tag></Items></Content>\n`;
		expect(readPage(xml).items).toEqual([{ Name: 'R&D <1>' }]);
	});
});
