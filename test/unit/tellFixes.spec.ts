import type { IDataObject } from 'n8n-workflow';
import { readTimed } from '../../nodes/Miradore/locations/cursor';
import { markIn, replaceState, type FixState } from '../../nodes/Miradore/trigger/fixState';
import { tell, type Found, type Rules } from '../../nodes/Miradore/trigger/tellFixes';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.parse('2026-11-20T12:00:00Z');
const later = now + 10 * minute;
const [none, some, other] = ['-efgh', 'abcd', 'wxyz'];

const at = (minutes: number, latitude = 60) => ({
	timestamp: new Date(now + minutes * minute).toISOString(),
	latitude,
	longitude: 24,
});
const rules: Rules = {
	keepsPlace: false,
	toItems: (id, known) =>
		known
			.filter(({ isNew }) => isNew)
			.map(({ time }) => ({ time, item: { id, minutes: (time - now) / minute } })),
};
/** A poll that asks some of the listed devices, of which some answer. */
function found(
	marks: Record<number, string>,
	answers: Record<number, object[] | undefined>,
	quiet: number[] = [],
): Found {
	const ids = Object.keys(marks).map(Number);
	const asked = new Set(Object.keys(answers).map(Number));
	const read = Object.entries(answers).filter(([, elements]) => elements);
	return {
		listed: { ids, marks: new Map(ids.map((id) => [id, marks[id]])), names: new Map() },
		plan: { asked, quiet: new Set(quiet), turnOf: 0 },
		readings: {
			timed: new Map(read.map(([id, elements]) => [Number(id), readTimed(elements ?? [])])),
			missing: [],
			failures: new Map(),
			odd: new Map(),
			hints: new Map(),
			hasReadable: true,
		},
	};
}
const start = (...parts: Parameters<typeof found>) => tell(rules, {}, found(...parts), now).next;
const told = (state: FixState, ...parts: Parameters<typeof found>) =>
	tell(rules, state, found(...parts), later);
const marksIn = ({ devices = {} }: FixState) =>
	Object.fromEntries(Object.entries(devices).map(([id, text]) => [id, markIn(text)]));

describe('The marks that are kept', () => {
	it('are those of the devices that were read, and of those without a location at first', () => {
		const state = start({ 1: some, 2: some, 3: none }, { 1: [at(-5)], 2: undefined });
		expect(marksIn(state)).toEqual({ 1: some, 2: undefined, 3: none });
		expect(state.next).toBe(2);
	});

	it('stay where nobody asked, and go where a device was not read or is not listed', () => {
		const state = start({ 1: some, 2: some, 3: some, 4: some }, { 1: [], 2: [], 3: [], 4: [] });
		const { next } = told(state, { 1: some, 2: other, 3: other }, { 2: [], 3: undefined });
		expect(marksIn(next)).toEqual({ 1: some, 2: other, 3: undefined, 4: undefined });
	});
});

describe('The first location of a device that showed none at publishing', () => {
	const state = start({ 1: none, 2: some }, { 2: [] });
	const late = [at(-60), at(5)];

	it('is told also where it comes late, for there was none before', () => {
		expect(told(state, { 1: some, 2: some }, { 1: late }).items).toEqual([
			{ id: 1, minutes: -60 },
			{ id: 1, minutes: 5 },
		]);
	});

	it('is told from publishing on where the list does not show it: it may have been there', () => {
		const { items, next } = told(state, { 1: none, 2: some }, { 1: late }, [1]);
		expect(items).toEqual([{ id: 1, minutes: 5 }]);
		expect(next.suspects).toEqual({ 1: none });
		const again = told(next, { 1: none, 2: some }, { 1: [at(-90), ...late] }, [1]);
		expect(again.items).toEqual([{ id: 1, minutes: -90 }]);
	});
});

it('Marks are suspected that did not announce a new location, a few of many', () => {
	const ids = Array.from({ length: 30 }, (_, index) => index + 1);
	const marks = Object.fromEntries(ids.map((id) => [id, some]));
	const state = start(marks, Object.fromEntries(ids.map((id) => [id, []])));
	const answers = Object.fromEntries(ids.map((id) => [id, [at(5)]]));
	expect(told(state, marks, { 1: [], 2: [at(5)] }, [1]).next.suspects).toBeUndefined();
	expect(told(state, marks, { 1: [], 2: [at(5)] }, [1, 2]).next.suspects).toEqual({ 2: some });
	const { suspects } = told(state, marks, answers, ids).next;
	expect(Object.keys(suspects ?? {})).toHaveLength(10);
});

describe('The state', () => {
	const freeze = <Value>(value: Value): Value => {
		if (typeof value === 'object' && value) Object.values(Object.freeze(value)).forEach(freeze);
		return value;
	};

	it('is left alone, also where an event throws', () => {
		const state = freeze(start({ 1: some }, { 1: [at(-5)] }));
		const throwing = () => {
			throw new Error('No');
		};
		const poll = found({ 1: other }, { 1: [at(5)] });
		expect(() => tell({ ...rules, toItems: throwing }, state, poll, later)).toThrow('No');
		expect(tell(rules, state, poll, later).items).toHaveLength(1);
		expect(tell(rules, state, poll, later).items).toHaveLength(1);
	});

	it('is written only where it differs, and what is gone is removed', () => {
		const before = start({ 1: some, 2: some }, { 1: [], 2: [] });
		const written: PropertyKey[] = [];
		const set: ProxyHandler<object>['set'] = (target, name, value) => {
			written.push(name);
			return Reflect.set(target, name, value);
		};
		const devices = new Proxy({ ...before.devices, 9: 'gone' }, { set });
		const state = new Proxy<IDataObject>(
			{ ...before, devices, suspects: { 1: some }, about: 'x' },
			{ set },
		);
		const { next } = told(before, { 1: some, 2: other }, { 2: [] });
		replaceState(state, next);
		expect(written).toEqual(['polledAt', '2']);
		expect(JSON.parse(JSON.stringify(state))).toEqual(
			JSON.parse(JSON.stringify({ ...next, about: 'x' })),
		);
	});

	it('forgets devices that are not listed any more once nothing of them can be told again', () => {
		const state = start({ 1: some, 2: some }, { 1: [], 2: [] });
		const poll = found({ 1: some }, {});
		const idsAfter = (at: number) => Object.keys(tell(rules, state, poll, at).next.devices ?? {});
		expect(idsAfter(now + 28 * day)).toEqual(['1', '2']);
		expect(idsAfter(now + 30 * day)).toEqual(['1']);
	});
});
