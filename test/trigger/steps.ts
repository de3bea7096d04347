import fc from 'fast-check';
import type { ReportStyle } from '../simulator';
import { day, minute } from './clock';

/** Something that happens to the fleet, to Miradore or to n8n. */
export type Step =
	| { kind: 'pass'; minutes: number }
	/** `late`: how many locations that are known are newer. */
	| { kind: 'report'; device: number; late: number; count: number }
	| { kind: 'poll'; fault: Fault; device: number; crashes: boolean }
	| { kind: 'overlap'; device: number }
	| { kind: 'restart'; mode: 'init' | 'leadershipChange' | 'update' }
	| { kind: 'publish'; fails: boolean }
	| { kind: 'leave' | 'return'; device: number }
	| { kind: 'add' };

export type Fault = 'none' | 'list' | 'unavailable' | 'reset' | 'empty';

/** How the lists of a site show that devices have reported. */
export const styles: fc.Arbitrary<ReportStyle> = fc.record({
	lastReported: fc.constantFrom(undefined, undefined, 'lags' as const, 'never' as const),
	reportedLocation: fc.constantFrom(
		undefined,
		'absent' as const,
		'rounded' as const,
		'withoutTime' as const,
	),
});

/** How many devices there are at first. */
export const devices = 3;
const device = fc.nat(devices + 1);
const faults = fc.constantFrom<Fault>('none', 'none', 'list', 'unavailable', 'reset', 'empty');

/** What may happen between publishing and the end. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{
			weight: 2,
			arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.nat(900) }),
		},
		{
			weight: 6,
			arbitrary: fc.record({
				kind: fc.constant('report' as const),
				device,
				late: fc.nat(7),
				count: fc.integer({ min: 1, max: 12 }),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('poll' as const),
				fault: faults,
				device,
				crashes: fc.boolean(),
			}),
		},
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('overlap' as const), device }) },
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('restart' as const),
				mode: fc.constantFrom('init' as const, 'leadershipChange' as const, 'update' as const),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constant('publish' as const), fails: fc.boolean() }),
		},
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'return' as const), device }),
		},
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const) }) },
	),
	{ minLength: 1, maxLength: 16 },
);

/** The longest that a history can take: shorter than the time after which devices are forgotten. */
const longest = 16 * 900 * minute;
if (longest > 30 * day) throw new Error('Devices would be forgotten within a history');
