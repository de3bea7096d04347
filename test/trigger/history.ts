import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger, type Engine } from '../core/trigger';
import type { ReportStyle, SimulatedDevice, SimulatedSite } from '../simulator';
import { day, hour, minute, type Clock } from './clock';
import { devices, type Fault, type Step } from './steps';

/** A location that has to be told, by the number that stands for it. */
interface Expected {
	device: SimulatedDevice;
	/** When it came to Miradore, or when Miradore last hid it. */
	since: number;
	/** How often a crash of n8n made it forget that it was told. */
	forgotten: number;
}

/** Within which time each device is asked where the lists show nothing: the option's default. */
export const askedWithin = 6 * hour;

/** Lives through a history with a trigger on 'Location Reported', and knows what it has to tell. */
export class History {
	readonly trigger: PublishedTrigger;
	/** By the number that a location has in place of a latitude. */
	readonly expected = new Map<number, Expected>();
	/** Of those before a publishing, what the list of a site that lags didn't show yet: may be told. */
	readonly hiddenBefore = new Set<number>();

	private number = 0;
	/** Up to when late locations are taken for new. */
	private lookBack = 0;
	/** The times of the locations that a poll may have taken note of, by device. */
	private readonly known = new Map<SimulatedDevice, number[]>();

	constructor(
		private readonly site: SimulatedSite,
		private readonly clock: Clock,
		pattern: SimulatedDevice,
		private readonly engine: Engine,
		private readonly style: ReportStyle = {},
	) {
		site.clearFaults();
		site.v1 = { wrapsLists: true, usesNamespace: false, countOn: 'Items', ...style };
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
			engine,
		});
	}

	async live(history: Step[]): Promise<void> {
		await this.publish();
		for (const step of history) await this.take(step);
		for (const one of this.site.fleet.devices) one.status = 'Active';
		await this.poll();
		this.clock.pass(askedWithin);
		await this.poll();
		await this.poll();
	}

	/** What a poll that went well should have told by now, and didn't. */
	get late(): number[] {
		const told = new Set(this.trigger.delivered.map(numberOf));
		const tells = this.style.lastReported === undefined;
		return [...this.expected]
			.filter(([, { device, since }]) => {
				const waited = this.clock.now - since;
				return device.status === 'Active' && (waited >= askedWithin || (tells && waited >= 0));
			})
			.map(([number]) => number)
			.filter((number) => !told.has(number));
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
				if (step.fault === 'none') expect(this.late).toEqual([]);
				return this.site.clearFaults();
			case 'overlap':
				return this.overlap(one);
			case 'restart':
				return this.restart(step.mode);
			case 'publish':
				return this.publish(step.fails);
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
		this.expected.set(this.number, { device: one, since: this.clock.now, forgotten: 0 });
	}

	/** A moment with so many known ones after it, where there are more; the present otherwise. */
	private timeFor(one: SimulatedDevice, { late }: { late: number }): number {
		const known = [...(this.known.get(one) ?? [])].sort((a, b) => b - a);
		const [after, before] = [known[late - 1], known[late]] as Array<number | undefined>;
		if (after === undefined || before === undefined) return this.clock.now;
		return Math.floor((after + before) / 2);
	}

	private break(fault: Fault, one: SimulatedDevice): void {
		if (fault === 'empty') this.hide(one);
		const path = fault === 'list' ? '/API/Device' : `/Device/${one.id}/Location`;
		if (fault === 'reset') this.site.addFault({ path, reset: 'beforeHandling' });
		else if (fault === 'empty') this.site.addFault({ path, status: 200, body: '[]' });
		else if (fault !== 'none') this.site.addFault({ path, status: 503 });
	}

	/** What Miradore doesn't give when it is asked shows by nothing any more. */
	private hide(one: SimulatedDevice): void {
		const told = new Set(this.trigger.delivered.map(numberOf));
		for (const [number, expected] of this.expected) {
			if (expected.device === one && !told.has(number)) expected.since = Infinity;
		}
	}

	private async poll(crashes = false): Promise<void> {
		const { delivered } = this.trigger;
		const before = delivered.length;
		await this.trigger.poll({ crashes });
		if (crashes) {
			for (const item of delivered.slice(before)) {
				const told = this.expected.get(numberOf(item));
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

	private async restart(mode: WorkflowActivateMode = 'init'): Promise<void> {
		await this.trigger.activate(mode);
		this.takeNote();
	}

	/** A person publishes: what wasn't told until now never is. */
	private async publish(fails = false): Promise<void> {
		const told = new Set(this.trigger.delivered.map(numberOf));
		for (const number of this.expected.keys()) {
			if (told.has(number)) continue;
			this.expected.delete(number);
			if (this.style.lastReported === 'lags') this.hiddenBefore.add(number);
		}
		for (const one of this.site.fleet.devices) one.status = 'Active';
		if (fails) {
			this.break('list', this.site.fleet.devices[0]);
			await expect(this.trigger.activate()).rejects.toThrow('(503)');
			this.site.clearFaults();
		}
		// n8n 2 tries again with the mode of an edit.
		await this.trigger.activate(fails && this.engine !== 'n8n 1' ? 'update' : 'activate');
		this.lookBack = this.clock.now - day;
		this.takeNote();
	}

	private takeNote(): void {
		for (const one of this.site.fleet.devices) {
			this.known.set(
				one,
				one.fixes
					.map(({ timestamp }) => Date.parse(timestamp))
					.filter((time) => time >= this.lookBack),
			);
		}
	}
}

/** The number that stands for the location of an item. */
export function numberOf({ latitude }: IDataObject): number {
	return Math.round(Number(latitude) * 1000);
}
