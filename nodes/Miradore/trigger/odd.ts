import { createHash } from 'node:crypto';
import { readOrder } from '../locations/fix';
import { nameFields } from '../locations/unreadable';
import { ApiFailure } from '../transport/apiFailure';
import { listSome } from '../values/listSome';

/** Locations of a device that an event can't use, for their time or their place can't be read. */
export interface OddLocations {
	elements: unknown[];
	/** How many locations came with them, they themselves included. */
	of: number;
}

/** Such locations by device. */
export type OddByDevice = Array<[id: number, locations: OddLocations]>;

/** What of a poll's readings matters here. */
interface Read {
	odd: Map<number, OddLocations>;
	/** The devices that were read. */
	timed: Map<number, unknown>;
	failures: Map<number, unknown>;
	hasReadable: boolean;
}

/** Whether locations came, none of them can be read, and there was time for all devices. */
export function isBlind(
	ids: Iterable<number>,
	{ odd, timed, failures, hasReadable }: Read,
): boolean {
	const isReached = (id: number) => timed.has(id) || failures.has(id);
	return odd.size > 0 && !hasReadable && [...ids].every(isReached);
}

const mostNamed = 10;

/** The failure that tells of them: the first device in full, others by their ids. */
export function toOddFailure([[id, { elements, of }], ...others]: OddByDevice): ApiFailure {
	const what = elements.some((element) => readOrder(element) === undefined) ? 'times' : 'places';
	const which = elements.length < of ? `${elements.length} of ${of}` : 'the';
	const failure = new ApiFailure(
		`The ${what} of ${which} locations of device ${id} can't be read`,
		`Miradore sent fields or values that this node doesn't know, in the fields: ${nameFields(elements)}. See them with the operation 'Get Locations' and 'Simplify' off. Locations that can be read start the workflow all the same.`,
	);
	if (others.length === 0) return failure;
	const named = listSome(
		others.map(([other]) => other),
		mostNamed,
	);
	return failure.withNote(`nor can some of the devices ${named}`);
}

/**
 * Pure: which locations can't be read, so that each is told once.
 *
 * @param before keys of what was told, by device, and only while Miradore sends it
 * @param ids of all chosen devices
 * @returns the keys after this poll, undefined where there are none, and the devices with some that weren't
 * told yet
 */
export function noteOdd(
	before: Record<string, string> = {},
	ids: number[],
	{ odd, timed }: Read,
): { keys: Record<string, string> | undefined; news: OddByDevice } {
	const after: Record<string, string> = {};
	for (const id of ids) {
		const locations = odd.get(id);
		const keys = locations ? keysOf(locations) : timed.has(id) ? '' : before[id];
		if (keys) after[id] = keys;
	}
	const news = [...odd].filter(([id]) => hasNews(before[id] ?? '', after[id]));
	return { keys: Object.keys(after).length > 0 ? after : undefined, news };
}

const keyLength = 6;
/** Of more than so many only one key for all is kept, and a change of them is told again. */
const mostKeys = 8;

function keysOf({ elements }: OddLocations): string {
	const keys = [...new Set(elements.map((element) => hash(JSON.stringify(element))))].sort();
	return keys.length > mostKeys ? hash(keys.join()) : keys.join('');
}

function hasNews(before: string, after: string): boolean {
	const keys = (text: string) => text.match(new RegExp(`.{${keyLength}}`, 'g')) ?? [];
	const known = new Set(keys(before));
	return keys(after).some((key) => !known.has(key));
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, keyLength);
}
