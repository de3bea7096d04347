import { sendPatiently } from '../execution/sender';
import type { Answer } from '../transport/connection';
import { readTimed, type TimedElement } from '../locations/cursor';
import { readFix, readOrder } from '../locations/fix';
import { daysAround } from '../locations/period';
import { locationsRequest, readElements } from '../locations/request';
import { ApiFailure } from '../transport/apiFailure';
import { toOddFailure, type OddLocations } from './odd';
import type { Polling } from './polling';

/** What the devices answered. */
export interface Readings {
	/** The locations of a device, the oldest first. A device that Miradore doesn't find has none. */
	timed: Map<number, TimedElement[]>;
	/** The devices that Miradore doesn't find, such as retired ones. */
	missing: number[];
	failures: Map<number, ApiFailure>;
	/** The locations that can't be read, by device. */
	odd: Map<number, OddLocations>;
	/** What is doubtful about the answer for a device, though it was read. */
	hints: Map<number, string>;
	/** Whether any location could be read, wanted or not. */
	hasReadable: boolean;
}

/**
 * Reads the locations of devices side by side, in the order given, as far as the time goes. Stops when
 * Miradore refuses a request in a way that it would refuse the others, too.
 *
 * @param from milliseconds since 1970 from which on the locations of a device are asked for
 * @param isWanted leaves out locations as if Miradore had not sent them
 * @param needsPlace whether a location without a place can't be used
 */
export async function readDevices(
	polling: Polling,
	ids: Iterable<number>,
	from: (id: number) => number,
	isWanted: (element: unknown) => boolean,
	needsPlace: boolean,
): Promise<Readings> {
	const readings: Readings = {
		timed: new Map(),
		missing: [],
		failures: new Map(),
		odd: new Map(),
		hints: new Map(),
		hasReadable: false,
	};
	const read = async (id: number) => {
		const query = daysAround(from(id), polling.startedAt);
		await sendPatiently(locationsRequest(id, query), polling.sender, (answer) => {
			try {
				const isMissing = answer instanceof ApiFailure && answer.httpCode === 404;
				if (isMissing) readings.missing.push(id);
				const elements = isMissing ? [] : sortOut(id, answer, needsPlace, readings);
				readings.timed.set(id, select(elements, from(id), isWanted));
			} catch (error) {
				const failure = error as ApiFailure;
				readings.failures.set(id, failure);
				if (concernsAll(failure, readings)) polling.stop();
			}
		});
	};
	await Promise.all([...ids].map(read));
	return readings;
}

/**
 * Whether the key or the site is refused, or the address leads elsewhere; where another device was read, it
 * is this one alone. 500 is what Miradore answers for an unknown site, but single devices may give it, too:
 * some that always do must not keep the others from being asked.
 */
function concernsAll({ httpCode = 0 }: ApiFailure, { timed }: Readings): boolean {
	if (timed.size > 0) return false;
	return [401, 403].includes(httpCode) || (httpCode >= 300 && httpCode < 400);
}

/**
 * The locations that can be read; what can't is noted.
 *
 * @throws ApiFailure for a failure, and for an answer of which nothing can be read
 */
function sortOut(id: number, answer: Answer, needsPlace: boolean, readings: Readings): unknown[] {
	if (answer instanceof ApiFailure) throw answer;
	const elements = readElements(answer.body, (hint) => void readings.hints.set(id, hint));
	const isReadable = needsPlace ? readFix : readOrder;
	const isOdd = (element: unknown) => isReadable(element) === undefined;
	const readable = elements.filter((element) => !isOdd(element));
	if (readable.length > 0) readings.hasReadable = true;
	if (readable.length === elements.length) return readable;
	const odd = { elements: elements.filter(isOdd), of: elements.length };
	readings.odd.set(id, odd);
	if (readable.length === 0) throw toOddFailure([[id, odd]]);
	return readable;
}

function select(
	elements: unknown[],
	from: number,
	isWanted: (element: unknown) => boolean,
): TimedElement[] {
	const wanted = readTimed(elements).filter(({ element }) => isWanted(element));
	// Of what is older than asked for, the last one tells where the device was before.
	const first = wanted.findIndex(({ time }) => time >= from);
	return first < 0 ? wanted.slice(-1) : wanted.slice(Math.max(0, first - 1));
}
