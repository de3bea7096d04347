import { readPages } from '../../nodes/Miradore/transport/pages';
import { devices, fakeSite, noCount, numbers, read, request } from './fakeSite';

it('asks only where IDs lie between pages, and nothing else, whether something is missing', async () => {
	const before = (ids: number[], asked: string[]) => void (asked.length === 1 && ids.splice(3, 1));
	const { asked, items } = read({ total: 8, before });
	expect(await items).toEqual(devices([1, 2, 3, 5, 6, 7, 8]));
	expect(asked).toEqual(['1: 3', '2: 3', '3: 3', '1: 1000 ID gt 2 and ID le 5']);
});

describe('a list that changes while it is read', () => {
	it.each<[string, (ids: number[]) => void, number[]]>([
		['one is retired', (ids) => ids.splice(0, 1), numbers(7)],
		['one is added', (ids) => ids.push(8), numbers(8)],
		['one comes back', (ids) => ids.unshift(0), numbers(7)],
		['one is retired and one added', (ids) => ids.splice(0, 1) && ids.push(8), numbers(8)],
	])('has each once: %s', async (_, change, expected) => {
		const before = (ids: number[], asked: string[]) => void (asked.length === 2 && change(ids));
		expect(await read({ total: 7, before }).items).toEqual(devices(expected));
		expect(await read({ total: 7, before, count: noCount }).items).toEqual(devices(expected));
	});

	it('is read again where ranges can not be asked for', async () => {
		const before = (ids: number[], asked: string[]) =>
			void (asked.length === 2 && ids.splice(0, 1));
		const { asked, items } = read({ total: 7, before, ranges: 'refused' });
		expect(await items).toEqual(devices([2, 3, 4, 5, 6, 7]));
		expect(asked.filter((one) => /^1: [23]$/.test(one))).toEqual(['1: 3', '1: 2']);
	});

	it('has what was missing at the end, in an order of its own', async () => {
		const before = (ids: number[], asked: string[]) =>
			void (asked.length === 2 && ids.splice(0, 1));
		const { send } = fakeSite({ total: 7, before });
		const ordered = { ...request, query: { select: 'ID', orderby: 'Name' } };
		const ids = (await readPages(send, ordered, Infinity, 3)).map(({ ID }) => ID);
		expect(ids).toEqual(['1', '2', '3', '5', '6', '7', '4']);
	});
});
