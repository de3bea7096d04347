import fc from 'fast-check';
import { cases, triesAll } from '../core/random';
import { useSite } from '../core/site';
import { engines } from '../core/triggerSettings';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';
import { History } from './history';
import { numberOf } from './reports';
import { steps, styles } from './steps';

const simulation = useSite();
const clock = useClock();

let pattern: SimulatedDevice;
beforeAll(() => ([pattern] = simulation.site.fleet.devices));

it('In random histories each new location is told, and none twice but after a crash', async () => {
	const kinds: Record<string, number> = {};
	await fc.assert(
		fc.asyncProperty(steps, fc.constantFrom(...engines), styles, async (history, engine, style) => {
			for (const { kind } of history) kinds[kind] = (kinds[kind] ?? 0) + 1;
			const lived = new History(simulation.site, clock, pattern, engine, style);
			await lived.live(history);
			const counts = new Map<number, number>();
			for (const item of lived.trigger.delivered) {
				const number = numberOf(item);
				counts.set(number, (counts.get(number) ?? 0) + 1);
			}
			const told = [...counts.keys()].filter((number) => !lived.reports.hiddenBefore.has(number));
			expect(told.sort()).toEqual([...lived.reports.expected.keys()].sort());
			const tooOften = [...lived.reports.expected].filter(
				([number, { forgotten }]) => (counts.get(number) ?? 0) > 1 + forgotten,
			);
			expect(tooOften).toEqual([]);
		}),
		cases(150, 20),
	);
	// Each kind of step was taken often enough to count.
	if (triesAll) expect(Object.values(kinds).filter((count) => count > 10)).toHaveLength(9);
});
