import { search } from './core/search';
import { useSite } from './core/site';

const simulation = useSite();

type Picker = Parameters<typeof search>[0];

/** What a picker asks for, and what it shows where Miradore answers so. */
async function look(picker: Picker, typed?: string, items?: string, attributes = 'count="1"') {
	const { site, credential } = simulation;
	if (items !== undefined) {
		const body = `<Content><Items ${attributes}>${items}</Items></Content>`;
		site.addFault({ status: 200, body, headers: { 'content-type': 'text/xml' } });
	}
	const shown = await search(picker, credential, typed);
	const [{ path, query }] = site.requests;
	return { path, query, ...shown };
}

const inName = (text: string) =>
	['InvDevice.DeviceName', 'InvDevice.SerialNumber', 'User.Email', 'User.Name']
		.map((attribute) => `${attribute} contains '${text}'`)
		.join(' or ');

describe('a picker', () => {
	it.each<[Picker, string, string, string | undefined]>([
		[
			'searchDevices',
			'Device',
			'ID,Status,Platform,InvDevice.DeviceName,InvDevice.SerialNumber,InvDevice.Model,User.Email',
			'Status ne Deleted',
		],
		['searchCategories', 'Category', 'ID,Name', undefined],
		['searchOrganizations', 'Organization', 'ID,Name,FullName,Status', undefined],
		['searchPlaces', 'Location', 'ID,Name,FullName,Status', undefined],
		['searchTags', 'Tag', 'Name', undefined],
		['searchUsers', 'User', 'ID,Name,Email', undefined],
		['searchUserIds', 'User', 'ID,Name,Email', undefined],
	])('%s asks for %s with %s and %p', async (picker, item, select, filters) => {
		const { path, query } = await look(picker);
		expect([path, query.select, query.filters]).toEqual([`/API/${item}`, select, filters]);
	});

	it.each([
		['phone', inName('phone')],
		[' phone ', inName('phone')],
		["O'Neill's", inName('Neill')],
		['a"long one\'s', inName('long one')],
		['"short"longest\'mid', inName('longest')],
		["'", 'Status ne Deleted'],
		['   ', 'Status ne Deleted'],
	])('of devices looks for %p', async (typed, filters) => {
		expect((await look('searchDevices', typed)).query.filters).toBe(filters);
	});

	it('of devices leaves retired ones out, and names those that have no name', async () => {
		const items = [
			'<Device><ID>1</ID><Status>Deleted</Status></Device>',
			'<Device><ID>2</ID><Status>New</Status></Device>',
			'<Device><ID>3</ID><Status>New</Status><InvDevice><Model>XR21</Model></InvDevice></Device>',
			'<Device><ID>4</ID><Status>New</Status><InvDevice><SerialNumber>C02X</SerialNumber></InvDevice></Device>',
			'<Device><ID>5</ID><Status>New</Status><Platform>iOS</Platform></Device>',
		];
		expect((await look('searchDevices', 'phone', items.join(''))).results).toEqual([
			{ name: 'Device 2', value: '2' },
			{ name: 'Device 3 — XR21', value: '3' },
			{ name: 'Device 4 (C02X)', value: '4' },
			{ name: 'Device 5 (iOS)', value: '5' },
		]);
	});

	it.each<[Picker, string]>([
		['searchUsers', 'a@example.com'],
		['searchUserIds', '1'],
	])(
		'%s leaves out users without what it is for, and shows what there is',
		async (picker, first) => {
			const items = [
				'<User><ID>1</ID><Email>a@example.com</Email></User>',
				'<User><Name>Anna</Name></User>',
			];
			expect((await look(picker, undefined, items.join(''))).results).toEqual([
				{ name: 'a@example.com', value: first },
			]);
		},
	);

	it('of locations shows where they belong, and leaves out what was removed or has no name', async () => {
		const place = (inner: string) => `<Location><ID>1</ID>${inner}</Location>`;
		const items = [
			place('<Name>Helsinki</Name><FullName>Finland / Helsinki</FullName><Status>Active</Status>'),
			place('<Name>Finland</Name><FullName>Finland</FullName><Status>Unknown</Status>'),
			place('<Name>Espoo</Name>'),
			place('<Name>Turku</Name><FullName>Finland / Turku</FullName><Status>Removed</Status>'),
			place('<Status>Active</Status>'),
		];
		expect((await look('searchPlaces', undefined, items.join(''))).results).toEqual([
			{ name: 'Helsinki — Finland / Helsinki', value: 'Helsinki' },
			{ name: 'Finland', value: 'Finland' },
			{ name: 'Espoo', value: 'Espoo' },
		]);
	});

	it.each([
		['count="1"', '<Tag><Name>Field</Name></Tag>', undefined],
		['count="2"', '<Tag><Name>Field</Name></Tag>', '2'],
		['', '<Tag><Name>Field</Name></Tag>', '2'],
		['', '', undefined],
		['count="2"', '', undefined],
	])('of a page with %p and %p goes on with page %p', async (attributes, items, token) => {
		expect((await look('searchTags', undefined, items, attributes)).paginationToken).toBe(token);
	});
});
