import fc from 'fast-check';
import { device } from '../../nodes/Miradore/fields/device';
import { cases } from '../core/random';
import { surroundings } from './surroundings';

const start = 'https://online.miradore.com/acme';
const read = (value: string) => device.read({ __rl: true, mode: 'url', value }, surroundings);

/** A part of an address, or a parameter's name and value. */
type Part = string | number;

interface Address {
	path: Part[];
	query: Array<[name: string, value: Part]>;
	anchor?: Part;
	/** How often each number is percent-encoded. */
	layers: number;
}

const words = [
	'User',
	'Users',
	'DeviceGroup',
	'DevicePolicies',
	'Application',
	'list',
	'tab3',
	'v2',
];
const pages = ['Device', 'device', 'Devices', 'DEVICES'];
// Few numbers, for the same one may stand in several places.
const number = fc.constantFrom<Part>(5, 12, 12, 12, 2147483647);
const word = fc.constantFrom<Part>(...words, ...pages);
const names = [
	'id',
	'deviceId',
	'DEVICEID',
	'ids',
	'userId',
	'deviceTypeId',
	'groupId',
	'page',
	'p',
];
const address: fc.Arbitrary<Address> = fc.record({
	path: fc.array(fc.oneof(word, number), { minLength: 1, maxLength: 4 }),
	query: fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(word, number)), { maxLength: 2 }),
	anchor: fc.option(fc.oneof(word, number), { nil: undefined, freq: 4 }),
	layers: fc.constantFrom(0, 0, 0, 1, 2),
});

function write({ path, query, anchor, layers }: Address): string {
	const encode = (text: string) =>
		[...text].map((digit) => `%${'25'.repeat(layers - 1)}3${digit}`).join('');
	const toText = (part: Part) =>
		typeof part === 'number' && layers > 0 ? encode(String(part)) : String(part);
	const parameters = query.map(([name, value]) => `${name}=${toText(value)}`).join('&');
	return [
		...path.map((part) => `/${toText(part)}`),
		query.length > 0 ? `?${parameters}` : '',
		anchor === undefined ? '' : `#${toText(anchor)}`,
	].join('');
}

const isPage = (part?: Part) => pages.includes(String(part));

/** The device that an address names; undefined where it names none, or where there is another number. */
function named({ path, query, anchor }: Address): number | undefined {
	const values = [...path, ...query.map(([, value]) => value), anchor];
	const numbers = new Set(values.filter((value) => typeof value === 'number'));
	const isNamed =
		path.some((part, index) => typeof part === 'number' && isPage(path[index - 1])) ||
		(isPage(path.at(-1)) &&
			query.some(([name, value]) => typeof value === 'number' && /^(device)?id$/i.test(name)));
	return numbers.size === 1 && isNamed ? [...numbers][0] : undefined;
}

describe("the address of a device's page", () => {
	it('is taken where it has one number, and that is the device', () => {
		fc.assert(
			fc.property(address, (one) => {
				const id = named(one);
				const text = `${start}${write(one)}`;
				if (id !== undefined) expect(read(text)).toBe(id);
				else expect(() => read(text)).toThrow("'Device' by URL ");
			}),
			cases(5000, 1000),
		);
	});

	it('is refused with any other number, wherever that stands', () => {
		const good = [
			'/Device/12',
			'/devices/12/',
			'/device.aspx?id=12',
			'/Device?view=tab3&deviceId=12',
		];
		const joint = fc.constantFrom(...'/?&#=;,.:|~_-+()[]{}\'"!*@$', '%20', '%2F', '%2523', '%0A');
		fc.assert(
			fc.property(fc.constantFrom(...good), joint, joint, (text, before, after) => {
				for (const other of ['13', '0', '012', '１３']) {
					for (const end of ['', after]) {
						expect(() => read(`${start}${text}${before}${other}${end}`)).toThrow(
							"'Device' by URL ",
						);
					}
				}
			}),
			cases(500, 150),
		);
	});

	it('is refused on any other host and site', () => {
		const others = ['https://elsewhere.example/acme', 'http://online.miradore.com/acme'].concat(
			['/other', '/ACME', '/acme2', '', '/other/acme', '/acme/../other', '/other/..'].map(
				(path) => `https://online.miradore.com${path}`,
			),
		);
		fc.assert(
			fc.property(fc.constantFrom(...others), address, (other, one) => {
				expect(() => read(`${other}${write(one)}`)).toThrow("'Device' by URL ");
			}),
			cases(500, 150),
		);
		for (const other of others)
			expect(() => read(`${other}/Device/12`)).toThrow("'Device' by URL ");
	});

	it.each([
		...['/Device/12/../13', '/Device/12/../../Device/13', '/Device/1\n2', '/Device/1%092'],
		...['/Device/%2e%2e/Device/12', '\\Device\\12', '/Device/012/12'],
		...['/Device/9a4d-4123-8f7a/Tab/4', '/Enrollment/3#device', '/xDevice/12', '/Device./12'],
	])('is refused where it may be read in another way: %s', (text) => {
		expect(() => read(`${start}${text}`)).toThrow("'Device' by URL ");
	});

	it.each([
		'/Device/12',
		'/v2/Device/12/?view=tab3',
		'/#device?id=12',
		'/#/device/12',
		'/device.aspx?a=b&ID=12',
	])('is taken as it may be in the console: %s', (text) =>
		expect(read(`${start}${text}`)).toBe(12),
	);
});
