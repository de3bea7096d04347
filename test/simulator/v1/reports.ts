import type { SimulatedDevice } from '../fleet';
import type { SimulatedFix } from '../tracks';

/** How lists show that devices have reported; none was observed over time. */
export interface ReportStyle {
	/** `LastReported` moves as soon as a device reports a location; or late, or never. */
	lastReported?: 'lags' | 'never';
	/** `ReportedLocation` is left out, has two decimals, or no `FixTime`. */
	reportedLocation?: 'absent' | 'rounded' | 'withoutTime';
}

/** How late a list shows reports that lag. */
const lagMs = 30 * 60_000;

/** What lists show of a device. */
interface Shown {
	fixes: SimulatedFix[];
	/** Milliseconds since 1970; undefined for a device that never reported. */
	lastReported?: number;
	/** The device's own date that this rests on. */
	own?: string;
	/** Reports that aren't shown yet, with when a list first could have shown them. */
	waiting?: { fixes: SimulatedFix[]; since: number };
}

const shownOf = new WeakMap<SimulatedDevice, Shown>();

/** What a list shows of a device now, by the clock: its reports, and when the last one was. */
export function showReports(device: SimulatedDevice, style: ReportStyle): Shown {
	const { lastReported: own } = device;
	const ownTime = own === undefined ? undefined : Date.parse(own);
	const shown = shownOf.get(device) ?? { fixes: [...device.fixes], own, lastReported: ownTime };
	shownOf.set(device, shown);
	// What a test has set by hand counts.
	if (own !== shown.own) Object.assign(shown, { own, lastReported: ownTime });
	if (!hasSame(shown.waiting?.fixes ?? shown.fixes, device.fixes)) {
		shown.waiting = { fixes: [...device.fixes], since: Date.now() };
	}
	const lag = style.lastReported === 'lags' ? lagMs : 0;
	if (shown.waiting && Date.now() >= shown.waiting.since + lag) {
		shown.fixes = shown.waiting.fixes;
		shown.waiting = undefined;
		if (style.lastReported !== 'never') {
			// Dates of lists have whole seconds.
			shown.lastReported = Math.max(Date.now(), (shown.lastReported ?? 0) + 1000);
		}
	}
	return shown;
}

function hasSame(one: SimulatedFix[], other: SimulatedFix[]): boolean {
	return one.length === other.length && one.every((fix, index) => fix === other[index]);
}
