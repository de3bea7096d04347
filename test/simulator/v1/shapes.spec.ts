import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type SimulatedSite, startSimulator } from '..';
import { itemsOf, type Parsed, parseXml, request, type V1Parameters } from './specClient';

const fixture = (name: string) =>
	readFileSync(path.join(__dirname, '../../fixtures', name), 'utf8').trimEnd();

let site: SimulatedSite;

beforeAll(async () => {
	site = await startSimulator({ size: 5000 });
});

beforeEach(() => {
	site.v1 = { wrapsLists: true, usesNamespace: false, countOn: 'Items' };
});

afterAll(() => site.stop());

const read = async (parameters: V1Parameters, item = 'Device') =>
	(await request(site, `/${item}`, parameters)).data;

/** Every element by its path, without those that the simulated site does not have. */
function containersOf(parsed: Parsed, at = ''): string[] {
	if (typeof parsed === 'string') return [at];
	if (Array.isArray(parsed)) return parsed.flatMap((one) => containersOf(one, at));
	return Object.entries(parsed).flatMap(([name, inner]) => containersOf(inner, `${at}/${name}`));
}

const unsupported =
	/\/(IPAddress|LocalIPAddress|WiFiMAC|BluetoothMAC|DeviceType|Size|Enrollment|InvStorages)\b/;

test.each([
	'v1-device-list-live-2026-08-26.anonymised.xml',
	'v1-device-list-containers.synthetic.xml',
])('the containers of %s are those of the site', async (name) => {
	const select =
		'*,InvDevice.*,InvOS.*,User.*,Security.*,Location.*,Organization.*,Tag.Name,InvApplication.*';
	const simulated = new Set(containersOf(parseXml(await read({ select }))));
	const recorded = containersOf(parseXml(fixture(name))).filter((at) => !unsupported.test(at));
	expect(recorded.filter((at) => !simulated.has(at))).toEqual([]);
	expect(recorded.length).toBeGreaterThan(10);
});

test.each([
	['User', JSON.parse(fixture('v1-users.shape.json')) as object[]],
	...Object.entries(
		JSON.parse(fixture('v1-locations-organizations-tags.shape.json')) as Record<string, object[]>,
	),
])('every field of the recorded %s is known', async (item, recorded) => {
	const names = new Set(recorded.flatMap((entry) => Object.keys(entry)));
	const select = [...names].map((name) => (name === 'Parent' ? 'Parent.ID' : name)).join(',');
	const items = itemsOf(await read({ select }, item), item);
	const found = new Set(items.flatMap((entry) => Object.keys(entry)));
	expect(found).toEqual(names);
});

test('an unknown attribute is refused as recorded', async () => {
	const body = await read({ select: 'ID,InvApplication.Vendor' });
	expect(body).toBe(fixture('v1-error-400-unknown-attribute.live-2026-08-26.xml'));
});

test('an empty answer is as recorded', async () => {
	const body = await read({ filters: 'ID eq 0' });
	expect(body).toBe(fixture('v1-empty-selfclosing.xml'));
});

test('the answer may have a namespace and its count on Content', async () => {
	site.v1 = { wrapsLists: true, usesNamespace: true, countOn: 'Content' };
	const shape = /^<Content count="\d+" xmlns="([^"]+)"><Items><Device><ID>/;
	const recorded = shape.exec(fixture('v1-namespaced-count-on-content.synthetic.xml'));
	const body = (await read({ filters: 'ID eq 1' })).replace(/^<\?.*?\?>/, '');
	expect(shape.exec(body)?.[1]).toBe(recorded?.[1]);
	expect(body).toContain('<Content count="1"');
});

test('the namespace can be asked for and the count be missing', async () => {
	site.v1.countOn = 'none';
	const body = await read({ select: 'ID', filters: 'ID eq 1', options: 'usenamespace' });
	expect(body).toBe(
		'<?xml version="1.0" encoding="utf-8"?>' +
			'<Content xmlns="http://www.online.miradore.com/xmlns/api/1.0">' +
			'<Items><Device><ID>1</ID></Device></Items></Content>',
	);
});

test('lists may be direct children', async () => {
	site.v1.wrapsLists = false;
	site.fleet.devices[0].tags = ['Sales', 'Loan'];
	const body = await read({ select: 'ID,Tag.Name', filters: 'ID eq 1' });
	expect(itemsOf(body)).toEqual([{ ID: '1', Tag: [{ Name: 'Sales' }, { Name: 'Loan' }] }]);
});

test('a request is answered with 1,000 rows at most', async () => {
	const body = await read({ options: 'rows=5000' });
	expect(itemsOf(body)).toHaveLength(1000);
	expect(body).toContain('<Items count="5000">');
});
