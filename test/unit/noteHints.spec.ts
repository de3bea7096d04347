import { sentNothing } from '../../nodes/Miradore/locations/request';
import { noteHints } from '../../nodes/Miradore/trigger/hints';

const timed = new Map([1, 2, 3].map((id) => [id, []]));
const note = (hints: Array<[number, string]>, told?: string[], missing: number[] = []) =>
	noteHints(told, { timed, missing, hints: new Map(hints) });

const doubt = 'Version 1.2 sent more. See the docs.';

it('A doubtful answer is told once, for the device that gave it', () => {
	const { told, news } = note([[2, doubt]]);
	expect(news?.message).toBe('Version 1.2 sent more. See the docs');
	expect(news?.description).toContain('It was so for device 2.');
	expect(told).toEqual([doubt]);
	expect(note([[2, doubt]], told)).toEqual({ told });
	expect(note([[3, 'Another.']], told).told).toEqual([doubt, 'Another.']);
	expect(note([])).toEqual({ told: undefined });
});

it('That nothing came is told where it is so for all devices that there are', () => {
	const nothing = (...ids: number[]) => ids.map((id): [number, string] => [id, sentNothing]);
	expect(note(nothing(1, 2)).news).toBeUndefined();
	expect(note(nothing(1, 2, 3)).told).toEqual([sentNothing]);
	expect(note(nothing(1, 2), undefined, [3]).told).toEqual([sentNothing]);
	expect(note(nothing(1), undefined, [3]).news).toBeUndefined();
	expect(note([...nothing(1), [2, doubt]]).told).toEqual([doubt]);
});
