import fc from 'fast-check';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice, SimulatedSite } from '../simulator';
import { day, minute, type Clock } from './clock';

/** Something that happens to the fleet, to Miradore or to n8n. */
export type Step =
	| { kind: 'pass'; minutes: number }
	/** `late`: how many locations that are known are newer. */
	| { kind: 'report'; device: number; late: number; count: number }
	| { kind: 'poll'; fault: Fault; device: number; crashes: boolean }
	| { kind: 'overlap'; device: number }
	| { kind: 'restart' }
	| { kind: 'leave' | 'return'; device: number }
	| { kind: 'add' };

type Fault = 'none' | 'list' | 'unavailable' | 'reset' | 'empty';

const devices = 3;
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
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
		{
			weight: 1,
			arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'return' as const), device }),
		},
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const) }) },
	),
	{ minLength: 1, maxLength: 16 },
);

/** A location that has to be told, by the number that stands for it. */
interface Expected {
	time: number;
	/** How often a crash of n8n made it forget that it was told. */
	forgotten: number;
}

/** Lives through a history with a trigger on 'Location Reported', and knows what it has to tell. */
export class History {
	readonly trigger: PublishedTrigger;
	/** By the number that a location has in place of a latitude. */
	readonly expected = new Map<number, Expected>();

	private number = 0;
	/** The times of the locations that a poll may have taken note of, by device. */
	private readonly known = new Map<SimulatedDevice, number[]>();

	constructor(
		private readonly site: SimulatedSite,
		private readonly clock: Clock,
		pattern: SimulatedDevice,
	) {
		site.clearFaults();
		site.fleet.devices = Array.from({ length: devices }, (_, index) => ({
			...pattern,
			id: index + 1,
			status: 'Active',
			fixes: [],
		}));
		for (const one of site.fleet.devices) this.report(one, clock.now - minute);
		this.expected.clear();
		this.trigger = new PublishedTrigger({
			parameters: { event: 'locationReported', options: { maxRetries: 0 } },
			credential: credentialOf(site),
		});
	}

	async live(history: Step[]): Promise<void> {
		await this.trigger.activate();
		this.takeNote();
		for (const step of history) await this.take(step);
		for (const one of this.site.fleet.devices) one.status = 'Active';
		await this.poll();
		await this.poll();
	}

	private async take(step: Step): Promise<void> {
		const { devices: all } = this.site.fleet;
		const one = 'device' in step ? all[step.device % all.length] : all[0];
		switch (step.kind) {
			case 'pass':
				return this.clock.pass(step.minutes * minute);
			case 'report':
				for (let count = 0; count < step.count; count++) this.report(one, this.timeFor(one, step));
				return;
			case 'poll':
				this.break(step.fault, one);
				await this.poll(step.crashes);
				return this.site.clearFaults();
			case 'overlap':
				return this.overlap(one);
			case 'restart':
				return this.restart();
			case 'leave':
				// A device that nobody has seen yet can't leave.
				if (one.id <= devices) one.status = 'Deleted';
				return;
			case 'return':
				one.status = 'Active';
				return;
			case 'add':
				all.push({ ...one, id: all.length + 1, status: 'Active', fixes: [] });
		}
	}

	private report(one: SimulatedDevice, time: number): void {
		this.number += 1;
		const latitude = this.number / 1000;
		one.fixes.push({ timestamp: new Date(time).toISOString(), latitude, longitude: 24 });
		this.expected.set(this.number, { time, forgotten: 0 });
	}

	/** A moment with so many known ones after it, where there are more; the present otherwise. */
	private timeFor(one: SimulatedDevice, { late }: { late: number }): number {
		const known = [...(this.known.get(one) ?? [])].sort((a, b) => b - a);
		const [after, before] = [known[late - 1], known[late]] as Array<number | undefined>;
		if (after === undefined || before === undefined) return this.clock.now;
		return Math.floor((after + before) / 2);
	}

	private break(fault: Fault, one: SimulatedDevice): void {
		const path = fault === 'list' ? '/API/Device' : `/Device/${one.id}/Location`;
		if (fault === 'reset') this.site.addFault({ path, reset: 'beforeHandling' });
		else if (fault === 'empty') this.site.addFault({ path, status: 200, body: '[]' });
		else if (fault !== 'none') this.site.addFault({ path, status: 503 });
	}

	private async poll(crashes = false): Promise<void> {
		const { delivered } = this.trigger;
		const before = delivered.length;
		await this.trigger.poll({ crashes });
		if (crashes) {
			for (const { latitude } of delivered.slice(before)) {
				const told = this.expected.get(Math.round(Number(latitude) * 1000));
				if (told) told.forgotten += 1;
			}
			this.site.clearFaults();
			await this.restart();
		}
		this.takeNote();
	}

	private async overlap(one: SimulatedDevice): Promise<void> {
		this.site.addFault({ path: `/Device/${one.id}/Location`, delay: 30, times: 1 });
		const slow = this.trigger.poll();
		this.report(one, this.clock.now);
		await this.trigger.poll();
		await slow;
		this.site.clearFaults();
		this.takeNote();
	}

	private async restart(): Promise<void> {
		await this.trigger.activate('init');
		this.takeNote();
	}

	private takeNote(): void {
		for (const one of this.site.fleet.devices) {
			this.known.set(
				one,
				one.fixes.map(({ timestamp }) => Date.parse(timestamp)),
			);
		}
	}
}

/** The longest that a history can take: shorter than the time after which devices are forgotten. */
export const longest = 16 * 900 * minute;
if (longest > 30 * day) throw new Error('Devices would be forgotten within a history');
