import type { IDataObject } from 'n8n-workflow';
import type { ReportStyle, SimulatedDevice, SimulatedSite } from '../simulator';
import { day, hour, minute, type Clock } from './clock';

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

/** The locations that the devices of a site report, and which of them a trigger has to tell. */
export class Reports {
	/** By the number that a location has in place of a latitude. */
	readonly expected = new Map<number, Expected>();
	/** Of those before a publishing, what the list of a site that lags didn't show yet: may be told. */
	readonly hiddenBefore = new Set<number>();

	private number = 0;
	/** Up to when late locations are taken for new. */
	private lookBack = 0;
	/** The times of the locations that a poll may have taken note of, by device. */
	private readonly known = new Map<SimulatedDevice, number[]>();

	/** Gives each device a location that nobody has to tell. */
	constructor(
		private readonly site: SimulatedSite,
		private readonly clock: Clock,
		private readonly style: ReportStyle,
		private readonly delivered: IDataObject[],
	) {
		for (const one of site.fleet.devices) this.add(one, clock.now - minute);
		this.expected.clear();
	}

	/** What a poll that went well should have told by now, and didn't. */
	get late(): number[] {
		const told = new Set(this.delivered.map(numberOf));
		const tells = this.style.lastReported === undefined;
		return [...this.expected]
			.filter(([, { device, since }]) => {
				const waited = this.clock.now - since;
				return device.status === 'Active' && (waited >= askedWithin || (tells && waited >= 0));
			})
			.map(([number]) => number)
			.filter((number) => !told.has(number));
	}

	/** Reports a location of a device. */
	add(one: SimulatedDevice, time = this.clock.now): void {
		this.number += 1;
		const latitude = this.number / 1000;
		one.fixes.push({ timestamp: new Date(time).toISOString(), latitude, longitude: 24 });
		this.expected.set(this.number, { device: one, since: this.clock.now, forgotten: 0 });
	}

	/** Reports one of the past, so that so many known ones are newer. */
	addLate(one: SimulatedDevice, late: number): void {
		this.add(one, this.timeFor(one, late));
	}

	/** What Miradore doesn't give when it is asked shows by nothing any more. */
	hide(one: SimulatedDevice): void {
		const told = new Set(this.delivered.map(numberOf));
		for (const [number, expected] of this.expected) {
			if (expected.device === one && !told.has(number)) expected.since = Infinity;
		}
	}

	/** A crash of n8n made it forget that these items were told. */
	forget(items: IDataObject[]): void {
		for (const item of items) {
			const told = this.expected.get(numberOf(item));
			if (told) told.forgotten += 1;
		}
	}

	/** What wasn't told until now never is. */
	dropUntold(): void {
		const told = new Set(this.delivered.map(numberOf));
		for (const number of this.expected.keys()) {
			if (told.has(number)) continue;
			this.expected.delete(number);
			if (this.style.lastReported === 'lags') this.hiddenBefore.add(number);
		}
	}

	/** From now on, only locations of the last day are taken for new. */
	lookBackFromNow(): void {
		this.lookBack = this.clock.now - day;
	}

	/** A poll may have taken note of all that is there. */
	takeNote(): void {
		for (const one of this.site.fleet.devices) {
			this.known.set(
				one,
				one.fixes
					.map(({ timestamp }) => Date.parse(timestamp))
					.filter((time) => time >= this.lookBack),
			);
		}
	}

	/** A moment with so many known ones after it, where there are more; the present otherwise. */
	private timeFor(one: SimulatedDevice, late: number): number {
		const known = [...(this.known.get(one) ?? [])].sort((a, b) => b - a);
		const [after, before] = [known[late - 1], known[late]] as Array<number | undefined>;
		if (after === undefined || before === undefined) return this.clock.now;
		return Math.floor((after + before) / 2);
	}
}

/** The number that stands for the location of an item. */
export function numberOf({ latitude }: IDataObject): number {
	return Math.round(Number(latitude) * 1000);
}
