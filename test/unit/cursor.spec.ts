import fc from 'fast-check';
import {
	advance,
	isNew,
	mostSeen,
	placeOf,
	readCursor,
	readTimed,
	withLast,
	writeCursor,
	type Cursor,
} from '../../nodes/Miradore/locations/cursor';
import { readFix } from '../../nodes/Miradore/locations/fix';
import { cases, triesAll } from '../core/random';

const start = Date.parse('2026-11-20T12:00:00Z');
const fix = (minutes: number, latitude: number | string = 60) => ({
	timestamp: new Date(start + minutes * 60_000).toISOString(),
	latitude,
	longitude: 24,
});
const times = (timed: Array<{ time: number }>) => timed.map(({ time }) => (time - start) / 60_000);

/** So many locations of one day, at places of their own. */
const days = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		timestamp: '2026-11-21',
		latitude: 1 + index / 100,
		longitude: 24,
	}));

describe('readTimed', () => {
	it('orders by time, and takes the same location once, however its numbers are written', () => {
		const timed = readTimed([fix(5), fix(1, '60'), fix(1, 60), { ...fix(1), accuracy: 3 }]);
		expect(times(timed)).toEqual([1, 5]);
	});

	it('tells locations of the same moment apart by their places', () => {
		expect(readTimed([fix(1, 60), fix(1, 61)])).toHaveLength(2);
	});

	it('leaves out what has no time', () => {
		expect(readTimed([fix(1), { latitude: 60, longitude: 24 }, null, 'x'])).toHaveLength(1);
	});

	it('keeps locations with fields that are not known', () => {
		const odd = { timestamp: '2026-11-20 12:00:00', lat: 60 };
		expect(readTimed([odd, { ...odd, lat: 61 }, odd])).toHaveLength(2);
	});
});

/** In so many days, or minutes, one location comes after the other. */
const polls = triesAll ? 400 : 150;

describe('a cursor', () => {
	const none: Cursor = { floor: start, seen: [] };

	it('counts as new what it has not seen from its floor on', () => {
		const timed = readTimed([fix(-1), fix(0), fix(3)]);
		expect(timed.map((one) => isNew(one, none))).toEqual([false, true, true]);
		const next = advance(none, timed);
		expect(timed.map((one) => isNew(one, next))).toEqual([false, false, false]);
		const late = readTimed([fix(1), fix(0, 61)]);
		expect(late.map((one) => isNew(one, next))).toEqual([true, true]);
	});

	it('raises its floor to the eighth newest, with all of that moment', () => {
		const many = Array.from({ length: 12 }, (_, index) => fix(index));
		const next = advance(none, readTimed([...many, fix(4, 61)]));
		expect(next.floor).toBe(start + 4 * 60_000);
		expect(next.seen).toHaveLength(mostSeen + 1);
	});

	it('keeps its floor while no more than eight locations are known', () => {
		const eight = readTimed(Array.from({ length: mostSeen }, (_, index) => fix(index + 1)));
		const next = advance(none, eight);
		expect(next).toEqual({ floor: start, seen: eight.map(({ key }) => key) });
		expect(advance(next, eight)).toEqual(next);
	});

	it('never lowers its floor', () => {
		const old = Array.from({ length: 12 }, (_, index) => fix(-1 - index));
		const timed = readTimed([...old, fix(1)]);
		expect(advance(none, timed)).toEqual({ floor: start, seen: [timed[12].key] });
	});

	it('stays as it is when Miradore sends nothing for once', () => {
		const next = advance(
			none,
			readTimed(Array.from({ length: 12 }, (_, index) => fix(3, 50 + index))),
		);
		expect(advance(next, [])).toEqual(next);
	});

	it('is written in less than 100 bytes with its device, and read again', () => {
		const timed = readTimed(
			Array.from({ length: 20 }, (_, index) => fix(index, 60.1699123 + index)),
		);
		const cursor = { ...advance(none, timed), last: placeOf(timed) };
		const text = writeCursor(cursor);
		expect(JSON.stringify({ 1234567: text }).length).toBeLessThanOrEqual(100);
		const place = { ...cursor.last, latitude: 79.16991 };
		expect(readCursor(text)).toEqual({ ...cursor, last: place });
	});

	it('of a device without locations is read again, too', () => {
		expect(readCursor(writeCursor(none))).toEqual(none);
	});

	it('brings back the newest location where Miradore has it no longer', () => {
		const timed = readTimed([fix(1), fix(2)]);
		const cursor = { ...advance(none, timed), last: placeOf(timed) };
		expect(withLast(timed, cursor)).toBe(timed);
		const brought = withLast(readTimed([fix(7)]), readCursor(writeCursor(cursor)));
		expect(times(brought)).toEqual([2, 7]);
		expect(readFix(brought[0].element)).toEqual(fix(2));
		expect(brought.map((one) => isNew(one, cursor))).toEqual([false, true]);
	});

	it('never tells a location twice, whatever comes in which portions', () => {
		const portions = fc.array(fc.array(fc.tuple(fc.nat(500), fc.nat(2)), { maxLength: 15 }));
		fc.assert(
			fc.property(portions, (parts) => {
				let cursor = none;
				const told: string[] = [];
				const all: object[] = [];
				for (const part of parts) {
					all.push(...part.map(([minutes, latitude]) => fix(minutes, latitude)));
					const timed = readTimed(all);
					told.push(...timed.filter((one) => isNew(one, cursor)).map(({ key }) => key));
					cursor = advance(cursor, timed);
				}
				expect(new Set(told).size).toBe(told.length);
			}),
			cases(500, 100),
		);
	});

	it('stays small and tells each once where Miradore keeps only its newest locations', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(1), (kept, skipped) => {
				let cursor = none;
				const told: number[] = [];
				for (let count = 1; count <= 2000; count += 1) {
					const first = Math.max(1, count - kept + 1 + (count % 7 === 0 && kept > 1 ? skipped : 0));
					const numbers = Array.from({ length: count - first + 1 }, (_, index) => first + index);
					const timed = readTimed(numbers.map((number) => fix(number)));
					told.push(...times(timed.filter((one) => isNew(one, cursor))));
					cursor = { ...advance(cursor, timed), last: placeOf(timed) ?? cursor.last };
					expect(JSON.stringify({ 1234567: writeCursor(cursor) }).length).toBeLessThan(150);
				}
				expect(told).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
			}),
			cases(16, 3),
		);
	});

	it.each<[string, (count: number) => object[]]>([
		['the location at the floor stays while newer ones vanish', (count) => [fix(0), fix(count)]],
		['so do several', (count) => [fix(0, 60), fix(0, 61), fix(count)]],
		['times are days alone', (count) => days(count)],
		['times are days alone, and Miradore keeps the newest five', (count) => days(count).slice(-5)],
	])('stays small and tells nothing twice where %s', (_, sent) => {
		let cursor = none;
		const told = new Set<string>();
		for (let count = 1; count <= polls; count += 1) {
			const timed = readTimed(sent(count));
			for (const one of timed.filter((each) => isNew(each, cursor))) {
				expect(told).not.toContain(one.key);
				told.add(one.key);
			}
			cursor = { ...advance(cursor, timed), last: placeOf(timed) ?? cursor.last };
			expect(JSON.stringify({ 1234567: writeCursor(cursor) }).length).toBeLessThan(750);
		}
		expect(told.size).toBeGreaterThanOrEqual(100);
	});

	it('still knows eight locations that Miradore left out while it sent eight others', () => {
		const numbers = Array.from({ length: 16 }, (_, index) => fix(index));
		const [early, late] = [readTimed(numbers.slice(0, 8)), readTimed(numbers.slice(8))];
		let cursor = advance(none, early);
		for (const some of [late, [], late]) cursor = advance(cursor, some);
		expect(readTimed(numbers).filter((one) => isNew(one, cursor))).toEqual([]);
	});

	it('that nobody has read yet is told from one of a device without locations', () => {
		expect(readCursor(writeCursor({ ...none, isUnread: true }))).toEqual({
			...none,
			isUnread: true,
		});
	});
});
