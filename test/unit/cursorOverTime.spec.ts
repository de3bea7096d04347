import fc from 'fast-check';
import {
	advance,
	isNew,
	placeOf,
	readTimed,
	writeCursor,
	type Cursor,
} from '../../nodes/Miradore/locations/cursor';
import { cases, triesAll } from '../core/random';
import { fix, start, times } from './cursorFixes';

const none: Cursor = { floor: start, seen: [] };

/** So many locations of one day, at places of their own. */
const days = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		timestamp: '2026-11-21',
		latitude: 1 + index / 100,
		longitude: 24,
	}));

/** In so many days, or minutes, one location comes after the other. */
const polls = triesAll ? 400 : 150;

describe('a cursor', () => {
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
});
