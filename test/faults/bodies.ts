import { gzipSync } from 'node:zlib';
import {
	deep,
	large,
	laughs,
	list,
	location,
	many,
	million,
	nest,
	times,
	unpacked,
} from './writeBodies';

/** What an answer's body makes of an operation: the number of items, or the error's message. */
export type Effect = number | RegExp;

/** A body that could do harm, and what is to come of it. */
interface HostileBody {
	name: string;
	make: (key: string) => string | Buffer;
	headers?: Record<string, string>;
	/** Megabytes after decompression, where that is not its length. */
	unpacked?: number;
	/** Whether it takes seconds to read, so that not every operation is tried. */
	isLarge?: true;
	/** Whether nobody can read from it if a command was carried out. */
	leavesOpen?: true;
	/** For Get Locations; refused where left out. */
	locations?: Effect;
	/** For the lists of API v1; refused where left out. */
	list?: Effect;
}

/** Bodies that are large, deep, or grow. Each holds the key where it can. */
export const bodies: HostileBody[] = [
	{
		name: 'XML whose entities would grow to gigabytes',
		make: (key) => laughs(list(`<Device><ID>1</ID><Name>${key}&l9;</Name></Device>`)),
		leavesOpen: true,
	},
	{
		name: 'XML with an entity that stands for a file',
		make: () =>
			`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${list('<Device><ID>&f;</ID></Device>')}`,
		leavesOpen: true,
	},
	{
		name: 'XML nested 100,000 deep',
		leavesOpen: true,
		make: (key) => list(nest('<a>', '</a>', key)),
	},
	{
		name: `XML with ${many} attributes`,
		leavesOpen: true,
		isLarge: true,
		make: (key) =>
			list(
				`<Device key="${key}" ${times(many, (index) => `a${index}=""`, ' ')}><ID>1</ID></Device>`,
			),
		list: 1,
	},
	{
		name: `XML with ${many} elements in an item`,
		leavesOpen: true,
		isLarge: true,
		make: (key) =>
			list(`<Device><ID>${key}</ID>${times(many, (index) => `<a${index}/>`)}</Device>`),
		list: 1,
	},
	{
		name: 'XML with 100,000 tags that have no list of their own',
		leavesOpen: true,
		make: () => list(`<Device><ID>1</ID>${'<Tag><Name>a</Name></Tag>'.repeat(deep)}</Device>`),
		list: 1,
	},
	{
		name: `${large} MB of XML`,
		leavesOpen: true,
		isLarge: true,
		make: (key) => {
			const filling = '<InvDevice><Model>iPhone</Model></InvDevice><Name>some text</Name>'.repeat(
				7,
			);
			const device = (index: number) =>
				`<Device><ID>${index}</ID><Key>${key}</Key>${filling}</Device>`;
			return list(times(2000 * large, device), 2000 * large);
		},
		list: 2000 * large,
	},
	{ name: 'JSON lists nested 100,000 deep', make: () => nest('[', ']'), leavesOpen: true },
	{
		name: 'JSON objects nested 100,000 deep',
		make: (key) => nest('{"a":', '}', `"${key}"`),
		leavesOpen: true,
	},
	{
		name: 'a location nested 100,000 deep',
		leavesOpen: true,
		make: (key) => `[{"latitude":"${key}","a":${nest('[', ']')}}]`,
	},
	{
		name: `${large} MB of JSON`,
		isLarge: true,
		make: (key) => `[${times(9000 * large, (index) => location(index, key), ',')}]`,
		locations: 9000 * large,
	},
	{
		name: `${large} MB of text`,
		isLarge: true,
		make: (key) => `${key} word `.repeat(74_000 * large),
	},
	{
		name: `${large / 10} MB of backslashes`,
		make: (key) => key + '\\'.repeat((large / 10) * million),
	},
	{
		name: `${unpacked} MB of zeros in a few KB`,
		make: () => gzipSync(Buffer.alloc(unpacked * million)),
		headers: { 'content-encoding': 'gzip' },
		unpacked,
	},
	{
		name: `${unpacked} MB of spaces around an empty list, in a few KB`,
		make: () => gzipSync(`[${' '.repeat(unpacked * million)}]`),
		headers: { 'content-encoding': 'gzip' },
		unpacked,
		locations: 0,
	},
	{
		name: 'text that says it is compressed',
		make: (key) => `[${key}]`,
		headers: { 'content-encoding': 'gzip' },
		locations: /Miradore did not answer/,
		list: /Miradore did not answer/,
	},
	{
		name: 'invalid UTF-8 in JSON',
		make: () =>
			Buffer.concat([Buffer.from('[{"note":"'), Buffer.of(0xff, 0xc0, 0x80), Buffer.from('"}]')]),
		locations: 1,
	},
	{
		name: 'invalid UTF-8 in XML',
		make: () => Buffer.from(list('<Device><ID>1</ID><Name>\u00ff\u00fe</Name></Device>'), 'latin1'),
		list: 1,
	},
];
