import { readFileSync } from 'node:fs';
import path from 'node:path';
import { htmlEntities } from '../../nodes/Miradore/transport/entities';
import { readErrorDescription, readPage } from '../../nodes/Miradore/transport/items';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');

describe('a list of API v1', () => {
	it('is read from the recorded answer', () => {
		const { count, items } = readPage(fixture('v1-device-list-live-2026-08-26.anonymised.xml'));
		expect(count).toBe(2);
		expect(items[0]).toMatchObject({
			ID: '21',
			Platform: 'macOS',
			Status: 'New',
			InvDevice: { DeviceName: "Loaner's MacBook Pro", SerialNumber: 'SN-MIR-0021' },
			User: { Email: 'user3@example.com' },
			Security: { PasscodeSet: 'Unknown', EncryptionStatus: 'Enabled' },
			Enrollment: { Created: '28.07.2023 13:57:54', Type: 'EnrolledByMDM' },
			InvApplications: [
				{ Name: 'FaceTime', Version: '5.0', Identifier: 'com.apple.FaceTime', Size: '1' },
			],
		});
		expect(items[1]).toEqual({
			ID: '5',
			Platform: 'macOS',
			Status: 'Deleted',
			MACAddress: '00:11:22:AA:00:22',
			InvDevice: { DeviceName: 'retired-mac-05' },
		});
	});

	it.each([
		['controls', '\x01a'],
		['ampersands', '&a'],
	])('is given up where it is made of %s', (_, odd) => {
		const list = (length: number) =>
			`<Content><Items><Device><Name>${odd.repeat(length)}</Name></Device></Items></Content>`;
		expect(readPage(list(1000)).items).toHaveLength(1);
		expect(() => readPage(list(200_000))).toThrow('not a list of API v1');
	});

	it('has its lists wrapped or not', () => {
		const { items } = readPage(fixture('v1-device-list-containers.synthetic.xml'));
		expect(items[0].Tags).toEqual([{ Name: 'field' }, { Name: 'kiosk' }]);
		expect(items[0].InvStorages).toHaveLength(1);
		const direct = '<Device><Tag><Name>a</Name></Tag><Tag><Name>b</Name></Tag></Device>';
		expect(readPage(`<Content><Items>${direct}</Items></Content>`)).toEqual({
			items: [{ Tags: [{ Name: 'a' }, { Name: 'b' }] }],
		});
	});

	it.each([
		'Tag',
		'InvApplication',
		'InvCertificate',
		'InvIosProfile',
		'InvOperatorNetwork',
		'InvSIM',
		'InvStorage',
		'ConfigProfileDeployment',
	])('has several of %s, also where there is one', (name) => {
		const device = `<Device><${name}><Name>a</Name></${name}></Device>`;
		expect(readPage(`<Content><Items>${device}</Items></Content>`).items).toEqual([
			{ [`${name}s`]: [{ Name: 'a' }] },
		]);
	});

	it.each([
		['<Tags/>', { Tags: [] }],
		['<Tags></Tags>', { Tags: [] }],
		['<Tags>\n</Tags>', { Tags: [] }],
		['<InvStorages/><Foos/>', { InvStorages: [], Foos: '' }],
		[
			'<Tags><Tag><Name>a</Name></Tag><Other>b</Other></Tags>',
			{ Tags: [{ Name: 'a' }, { Other: 'b' }] },
		],
		['<Tags><Tag>a</Tag></Tags>', { Tags: ['a'] }],
		[
			'<Tags><Tag><Name>a</Name></Tag></Tags><Tag><Name>b</Name></Tag><Tags/>',
			{ Tags: [{ Name: 'a' }, { Name: 'b' }] },
		],
		['<Foos><Foo>a</Foo></Foos>', { Foos: ['a'] }],
		['<Foos><Foo>a</Foo><Bar>b</Bar></Foos>', { Foos: { Foo: 'a', Bar: 'b' } }],
	])('is a list however many it holds, and what else: %s', (inner, device) => {
		const xml = `<Content><Items><Device>${inner}</Device></Items></Content>`;
		expect(readPage(xml).items).toEqual([device]);
	});

	it('has all elements of a name', () => {
		const inner =
			'<Phone>1</Phone><Phone>2</Phone><Phone/><Part><A>1</A></Part><Part><A>2</A></Part><ID>7</ID>';
		const xml = `<Content><Items><Device>${inner}</Device></Items></Content>`;
		expect(readPage(xml).items).toEqual([
			{ Phone: ['1', '2', ''], Part: [{ A: '1' }, { A: '2' }], ID: '7' },
		]);
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

	it.each(['100', ' 7 ', '0'])('has the count %j', (count) => {
		expect(readPage(`<Content><Items count="${count}"/></Content>`).count).toBe(Number(count));
	});

	it.each(['1,200', '1e9', '-1', '', 'many', '0x10', '7.5'])('has no count of %j', (count) => {
		expect(readPage(`<Content><Items count="${count}"/></Content>`).count).toBeUndefined();
	});

	it('may have CDATA, spaces and declarations around', () => {
		const name = '\n <![CDATA[R&D <1>]]> \n';
		const xml = `\n<?xml version="1.0"?>\n<Content><Items><Tag><Name>${name}</Name></Tag></Items></Content>\n`;
		expect(readPage(xml).items).toEqual([{ Name: 'R&D <1>' }]);
	});

	it('may be nested 50 levels deep, and no deeper', () => {
		const nest = (levels: number) =>
			`<Content><Items>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</Items></Content>`;
		expect(readPage(nest(47)).items).toHaveLength(1);
		expect(() => readPage(nest(48))).toThrow('is not a list of API v1');
	});

	it('may be namespaced, with the count on either element', () => {
		expect(readPage(fixture('v1-namespaced-count-on-content.synthetic.xml'))).toEqual({
			count: 1,
			items: [{ ID: '1001', Platform: 'Android', Status: 'Active' }],
		});
		const prefixed =
			'<m:Content xmlns:m="http://www.online.miradore.com/xmlns/api/1.0"><m:Items count="1"><m:Tag><m:Name>a</m:Name></m:Tag></m:Items></m:Content>';
		expect(readPage(prefixed)).toEqual({ count: 1, items: [{ Name: 'a' }] });
	});

	it.each(['v1-empty-selfclosing.xml', 'v1-empty-open-close.synthetic.xml'])(
		'may be empty: %s',
		(name) => {
			expect(readPage(fixture(name))).toEqual({ count: 0, items: [] });
		},
	);

	it('has no date where Miradore means never', () => {
		const device =
			'<Device><A>01.01.0001 00:00:00</A><B>0001-01-01 00:00:00</B><C>01.01.2026</C><D>on 0001-01-01</D><E>1/1/0001 12:00:00 AM</E></Device>';
		expect(readPage(`<Content><Items>${device}</Items></Content>`).items).toEqual([
			{ A: '', B: '', C: '01.01.2026', D: 'on 0001-01-01', E: '' },
		]);
	});

	it('is not a page, an error, JSON, or anything broken', () => {
		const entities =
			'<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY c "&b;&b;">]><Content><Items><D><A>&c;</A></D></Items></Content>';
		for (const body of [
			'<html><body>Sign in</body></html>',
			'<Content></Content>',
			'<Items count="0" />',
			'<Content><Items count="0">',
			'<Content><Items><Device><ID>1</Device></Items></Content>',
			fixture('v1-error-500.synthetic.xml'),
			`<Content><Items>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</Items></Content>`,
			entities,
			'',
			[],
			undefined,
		]) {
			expect(() => readPage(body)).toThrow(
				expect.objectContaining({
					message: "Miradore's answer is not a list of API v1",
					description: expect.stringContaining("'Base URL' in the credential") as string,
				}) as Error,
			);
		}
	});
});

describe('an error of API v1', () => {
	it.each([
		[
			'v1-error-400-unknown-attribute.live-2026-08-26.xml',
			"Entity 'InvApplication' does not have property 'Vendor'.",
		],
		['v1-error-401-authentication-failed.xml', 'Authentication failed'],
		['v1-error-500.synthetic.xml', 'Internal server error'],
	])('says what is wrong: %s', (name, description) => {
		expect(readErrorDescription(fixture(name))).toBe(description);
	});

	it('is told from other bodies', () => {
		expect(readErrorDescription('Status Code: 401; Unauthorized')).toBeUndefined();
		expect(readErrorDescription({})).toBeUndefined();
		expect(readErrorDescription('<Content><Error /></Content>')).toBeUndefined();
	});
});
