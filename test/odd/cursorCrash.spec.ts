import {
	advance,
	isNew,
	readCursor,
	readTimed,
	writeCursor,
} from '../../nodes/Miradore/locations/cursor';

const at = (latitude: number) => ({ timestamp: '2026-11-05', latitude, longitude: 24.94 });
const many = Array.from({ length: 20 }, (_, i) => at(i + 1));
const start = { floor: Date.parse('2026-11-04T10:00:00Z'), seen: [] };

// Matters: the poll throws a TypeError halfway through its changes of the state, at each poll, for all devices.
it('an empty answer after 17 locations of one moment is survived', () => {
	const cursor = readCursor(writeCursor(advance(start, readTimed(many))));
	expect(() => advance(cursor, [])).not.toThrow();
});

// Matters: known locations are told a second time.
it('of many locations of one moment none is told twice, though some were left out meanwhile', () => {
	const cursor = advance(start, readTimed(many));
	const next = advance(cursor, readTimed(many.slice(0, 1)));
	expect(readTimed(many).filter((one) => isNew(one, next))).toEqual([]);
});
