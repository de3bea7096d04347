import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../nodes/Miradore/transport/items';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');

describe('a list of API v1', () => {
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
});
