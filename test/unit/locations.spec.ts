import { readPeriod } from '../../nodes/Miradore/locations/period';
import { locationsRequest, readElements } from '../../nodes/Miradore/locations/request';
import { isLatestKnown, latest, withinPeriod } from '../../nodes/Miradore/locations/select';

describe('the request for locations', () => {
	it('is that of the contract', () => {
		expect(locationsRequest(12, { startDate: '2026-11-18' })).toEqual({
			api: 'v2',
			method: 'GET',
			path: '/Device/12/Location',
			query: { startDate: '2026-11-18' },
		});
	});

	it.each([
		[{ value: [{}], '@odata.nextLink': 'https://online.miradore.com/acme/api/v2/…' }, true],
		[{ value: [{}], '@odata.count': 2 }, true],
		[{ items: [{}], totalCount: 500 }, true],
		[{ items: [{}], meta: { total: 500 } }, true],
		[{ data: [{}], hasMore: true }, true],
		[{ data: [{}], links: { self: '/1', next: '/2' } }, true],
		[JSON.stringify({ data: [{}], links: { next: '/2' } }), true],
		[{ data: [{}], links: { self: '/1', next: null } }, false],
		[{ data: [{}], hasMore: false, count: 1, total: 0 }, false],
		[{ latitude: 60, longitude: 24, timestamp: '2026-11-05T21:12:00Z' }, false],
		[[{ nextReport: '2026-11-05', count: 5 }], false],
	])('tells that %j is all, or a part: %p', (body, isPart) => {
		const hints: string[] = [];
		readElements(body, (text) => hints.push(text));
		expect(hints.join().includes('there are more locations')).toBe(isPart);
	});

	it('is answered by a list, or has failed', () => {
		expect(readElements([])).toEqual([]);
		expect(readElements({ value: [] })).toEqual([]);
		expect(() => readElements({ total: '<0>' })).toThrow(
			expect.objectContaining({
				message: 'Miradore sent something else than a list of locations',
				description:
					"It begins with: {&#34;total&#34;:&#34;&#60;0&#62;&#34;} – Check 'Base URL' in the credential, or try again later.",
			}) as Error,
		);
	});

	it('may be nothing, which is told', () => {
		const hints: string[] = [];
		const addHint = (text: string) => void hints.push(text);
		expect(readElements(null, addHint)).toEqual([]);
		expect(readElements(undefined, addHint)).toEqual([]);
		expect(hints).toHaveLength(2);
		expect(readElements(null)).toEqual([]);
	});

	it.each([
		['several lists', { now: [{ a: 1 }], before: [{ a: 1 }] }],
		['a list of numbers', { count: [1, 2] }],
		['an empty list beside an error', { error: 'no plan', value: [] }],
		['an empty list of a call that failed', { success: false, items: [] }],
		['a location alone that has no time', { latitude: 60, longitude: 24, tags: [] }],
		['lists too deep', { a: { b: { c: { d: [] } } } }],
		['JSON that is cut', '[{"timestamp": "2026'],
		['JSON that is nested too deep', `${'['.repeat(200)}${']'.repeat(200)}`],
	])('is not %s', (_, body) => {
		expect(() => readElements(body)).toThrow('something else than a list');
	});

	it('is quoted only as far as it helps', () => {
		expect(() => readElements({ text: 'x'.repeat(1000) })).toThrow(
			expect.objectContaining({
				description: expect.stringMatching(/^It begins with: .{90,180}… – Check/) as string,
			}) as Error,
		);
	});
});

describe('the selection of fixes', () => {
	const at = (timestamp: string) => ({ timestamp, latitude: 1, longitude: 2 });

	it('keeps what is between two instants, ends included, and what has no readable time', () => {
		const start = at('2026-11-18T10:00:00Z');
		const end = at('2026-11-18T13:00:00+02:00');
		const unknown = [at('2026-11-18T10:30:00'), at('yesterday'), { latitude: 1 }, null];
		const outside = [at('2026-11-18T09:59:59.999Z'), at('2026-11-18T11:00:00.001Z')];
		const period = readPeriod('2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z', 'UTC');
		expect(withinPeriod([...outside, start, ...unknown, end], period)).toEqual([
			start,
			...unknown,
			end,
		]);
	});

	it('takes an end that is not set for open', () => {
		const all = [at('2026-11-17T10:00:00Z'), at('2026-11-19T10:00:00Z')];
		expect(withinPeriod(all, readPeriod('2026-11-18', undefined, 'UTC'))).toEqual([all[1]]);
		expect(withinPeriod(all, readPeriod(undefined, '2026-11-18', 'UTC'))).toEqual([all[0]]);
	});

	it('finds one of several latest', () => {
		const newest = at('2026-11-18T12:00:00Z');
		expect(latest([newest, at('2026-11-18T14:00:00+02:00')])).toEqual([newest]);
	});

	it('finds the latest by instant, not by order or by text', () => {
		const newest = at('2026-11-18T12:00:00+00:00');
		expect(latest([at('2026-11-18T11:00:00Z'), newest, at('2026-11-18T13:30:00+02:00')])).toEqual([
			newest,
		]);
	});

	it('keeps what may be the latest beside it: no time, or one without an offset', () => {
		const newest = at('2026-11-18T12:00:00Z');
		const [odd, local] = [at('11/05/2026 10:00'), at('2026-11-18T11:00:00')];
		const all = [at('2026-11-18T11:00:00Z'), odd, newest, at('2026-11-18T10:00:00'), local];
		expect(latest(all)).toEqual([odd, newest, local]);
		expect(isLatestKnown(all)).toBe(false);
		expect(isLatestKnown([odd])).toBe(false);
		expect(isLatestKnown([newest])).toBe(true);
	});

	it('compares times without an offset with one another', () => {
		const newest = at('2026-11-18T12:00:00');
		expect(latest([newest, at('2026-11-18T11:00:00')])).toEqual([newest]);
	});

	it('keeps a day alone beside a time of that day, and drops it beside a later one', () => {
		const [day, time] = [at('2026-11-18'), at('2026-11-18T11:00:00')];
		expect(latest([day, time])).toEqual([day, time]);
		expect(isLatestKnown([day, time])).toBe(false);
		expect(latest([day, at('2026-11-19T00:00:00')])).toHaveLength(1);
		expect(latest([day, at('2026-11-17T23:59:59')])).toEqual([day]);
		expect(latest([at('2026-11-17'), day])).toEqual([day]);
	});

	it('keeps all when no time can be read', () => {
		expect(latest([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
	});
});
