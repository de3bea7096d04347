import fc from 'fast-check';
import { writeDevice, type FixState } from '../../nodes/Miradore/trigger/fixState';
import { planOf } from '../../nodes/Miradore/trigger/plan';
import { cases } from '../core/random';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-20T12:00:00Z');
const shown = 'abcd';
const hidden = '-efgh';

const cursor = { floor: now - day, seen: [] };
const listOf = (marks: Record<number, string>) => ({
	ids: Object.keys(marks).map(Number),
	marks: new Map(Object.entries(marks).map(([id, mark]) => [Number(id), mark])),
	names: new Map(),
});
const fleet = (count: number, mark = shown) =>
	listOf(Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, mark])));
/** What is left after all of these were read with their marks. */
const readAll = ({ marks }: ReturnType<typeof listOf>, others: FixState = {}): FixState => ({
	since: now - day,
	polledAt: now - minute,
	devices: Object.fromEntries([...marks].map(([id, mark]) => [id, writeDevice(cursor, mark)])),
	...others,
});
const asked = (...parts: Parameters<typeof planOf>) => [...planOf(...parts).asked];

describe('The first poll', () => {
	it('asks the devices that have a location, and one of the others', () => {
		const listed = listOf({ 1: hidden, 2: shown, 3: hidden, 4: shown, 5: hidden });
		expect(asked({}, listed, now, 6 * hour).sort()).toEqual([1, 2, 4]);
	});

	it('asks all where the list shows no location of any device', () => {
		expect(asked({}, fleet(3, hidden), now, 6 * hour)).toEqual([1, 2, 3]);
	});

	it('asks devices that are not in the list, and all where marks are of no use', () => {
		const listed = listOf({ 1: hidden, 2: shown });
		expect(asked({}, { ...listed, ids: [1, 2, 9] }, now, 6 * hour)).toContain(9);
		expect(asked({}, { ids: [1, 2], marks: new Map(), names: new Map() }, now, 0)).toEqual([1, 2]);
	});
});

describe('A later poll', () => {
	it('asks devices whose mark is another one, that are new, and that have none', () => {
		const before = fleet(5000);
		const state = readAll(before);
		state.devices![7] = writeDevice(cursor, 'zzzz');
		state.devices![8] = writeDevice(cursor);
		const listed = fleet(5001);
		const plan = planOf(state, listed, now, 6 * hour);
		const due = [...plan.quiet];
		expect([...plan.asked].filter((id) => !plan.quiet.has(id))).toEqual([7, 8, 5001]);
		// A minute is a 360th of six hours.
		expect(due).toHaveLength(Math.ceil(5001 / 360) + 1);
	});

	it('begins with the device for which there was no time', () => {
		const state = readAll(fleet(4), { devices: {}, next: 3 });
		expect(asked(state, fleet(4), now, 6 * hour)).toEqual([3, 4, 1, 2]);
	});

	it.each<[string, FixState, number]>([
		['0 hours', {}, 0],
		['a clock that was set back', { polledAt: now + hour }, 6 * hour],
		['the first poll after long', { polledAt: now - 6 * hour }, 6 * hour],
	])('asks all for %s', (_what, state, everyMs) => {
		const listed = fleet(50);
		expect(asked(readAll(listed, state), listed, now, everyMs)).toHaveLength(50);
	});

	it('has asked each device within the hours, whatever the polls and the fleet are like', () => {
		const poll = fc.record({ elapsed: fc.integer({ min: 1, max: 2 * hour }), isNew: fc.boolean() });
		fc.assert(
			fc.property(
				fc.array(poll, { maxLength: 60 }),
				fc.integer({ min: 1, max: 40 }),
				(polls, count) => {
					let time = now;
					let listed = fleet(count);
					let state = readAll(listed, { polledAt: now });
					const askedAt = new Map(listed.ids.map((id) => [id, now]));
					for (const { elapsed, isNew } of polls) {
						const before = time;
						time += elapsed;
						if (isNew) listed = fleet(listed.ids.length + 1);
						const plan = planOf(state, listed, time, 6 * hour);
						for (const id of plan.asked) askedAt.set(id, time);
						state = readAll(listed, { polledAt: time, turnOf: plan.turnOf });
						const longest = Math.min(...askedAt.values());
						expect(before - longest).toBeLessThan(6 * hour);
					}
				},
			),
			cases(1000, 200),
		);
	});
});

describe('Marks that did not announce a location', () => {
	const listed = fleet(50);
	const until = (state: FixState, at = now) =>
		planOf(readAll(listed, state), listed, at, 6 * hour).askAllUntil;

	it('are trusted where they have changed by the next list, for they were only late', () => {
		expect(until({ suspects: { 3: 'zzzz', 99: shown } })).toBeUndefined();
	});

	it('are not trusted for a day where they are still the same', () => {
		expect(until({ suspects: { 3: shown } })).toBe(now + day);
		const plan = planOf(readAll(listed, { suspects: { 3: shown } }), listed, now, 6 * hour);
		expect(plan.asked.size).toBe(50);
		expect(plan.quiet.size).toBe(50);
	});

	it('are trusted again after that day', () => {
		const askAllUntil = now + day;
		expect(until({ askAllUntil }, now + day - 1)).toBe(askAllUntil);
		expect(until({ askAllUntil }, now + day)).toBeUndefined();
		expect(until({ askAllUntil: now + 2 * day })).toBeUndefined();
	});
});
