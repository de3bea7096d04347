import {
	advance,
	isNew,
	placeOf,
	readCursor,
	readTimed,
	withLast,
	writeCursor,
	type Cursor,
} from '../../nodes/Miradore/locations/cursor';
import { readFix } from '../../nodes/Miradore/locations/fix';
import { fix, start, times } from './cursorFixes';

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
		expect(next.seen).toHaveLength(9);
	});

	it('keeps its floor while no more than eight locations are known', () => {
		const eight = readTimed(Array.from({ length: 8 }, (_, index) => fix(index + 1)));
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

	it('that nobody has read yet is told from one of a device without locations', () => {
		expect(readCursor(writeCursor({ ...none, isUnread: true }))).toEqual({
			...none,
			isUnread: true,
		});
	});
});
