import { isBlind, noteOdd } from '../../nodes/Miradore/trigger/odd';

/** A location that can't be read, told apart from others by a number. */
const odd = (...numbers: number[]) => ({ elements: numbers.map((at) => ({ at })), of: 20 });
const read = (oddById: Array<[number, ReturnType<typeof odd>]>, timed: number[] = []) => ({
	odd: new Map(oddById),
	timed: new Map(timed.map((id) => [id, []])),
	failures: new Map<number, unknown>(),
	hasReadable: false,
});

describe('A poll is blind', () => {
	const blind = { ...read([[1, odd(1)]], [1, 2]), failures: new Map([[3, 'down']]) };

	it('where locations came, and none can be read of any device', () => {
		expect(isBlind([1, 2, 3], blind)).toBe(true);
	});

	it.each([
		['there was no time for all devices', [1, 2, 3, 4], blind],
		['a device was not reached at all', [4], blind],
		['a location can be read', [1, 2, 3], { ...blind, hasReadable: true }],
		['no location came', [1, 2, 3], { ...blind, odd: new Map() }],
	])('but not where %s', (_name, ids, readings) => {
		expect(isBlind(ids, readings)).toBe(false);
	});
});

describe('Locations that can not be read are told', () => {
	/** Which devices are told of by polls that read this, one after the other. */
	function toldBy(...polls: Array<ReturnType<typeof read>>): number[][] {
		let before: Record<string, string> | undefined;
		return polls.map((readings) => {
			const { keys, news } = noteOdd(before, [1, 2], readings);
			before = keys;
			return news.map(([id]) => id);
		});
	}

	it('once for each that is new', () => {
		const one = read([[1, odd(1)]], [1, 2]);
		const both = read([
			[1, odd(1)],
			[2, odd(1)],
		]);
		expect(toldBy(one, one, both, both, read([[1, odd(1, 2)]], [2]))).toEqual([
			[1],
			[],
			[2],
			[],
			[1],
		]);
	});

	it('not again where they come in another order, or where some are gone', () => {
		expect(
			toldBy(...[odd(1, 2), odd(2, 1), odd(2)].map((locations) => read([[1, locations]]))),
		).toEqual([[1], [], []]);
	});

	it('again once they were gone, but not where the device was not read in between', () => {
		const some = read([[1, odd(1)]]);
		expect(toldBy(some, read([], [2]), some)).toEqual([[1], [], []]);
		expect(toldBy(some, read([], [1]), some)).toEqual([[1], [], [1]]);
	});

	it('at each change of more than eight, which are kept by one key', () => {
		const eight = [1, 2, 3, 4, 5, 6, 7, 8];
		const gone = (numbers: number[]) =>
			toldBy(read([[1, odd(...numbers)]]), read([[1, odd(...numbers.slice(1))]]))[1];
		expect(gone(eight)).toEqual([]);
		expect(gone([...eight, 9, 10])).toEqual([1]);
		const { keys } = noteOdd(undefined, [1], read([[1, odd(...eight, 9)]]));
		expect(keys?.[1]).toHaveLength(6);
	});

	it('and nothing is kept where there are none', () => {
		expect(noteOdd({ 1: 'abcdef' }, [1, 2], read([], [1, 2]))).toEqual({
			keys: undefined,
			news: [],
		});
		expect(noteOdd({ 1: 'abcdef' }, [1, 2], read([])).keys).toEqual({ 1: 'abcdef' });
		expect(noteOdd({ 3: 'abcdef' }, [1, 2], read([])).keys).toBeUndefined();
	});
});
