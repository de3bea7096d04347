import { createHash } from 'node:crypto';
import { readFix, readOrder, type Fix } from './fix';

/** A location as far as its place in time is known. */
export interface TimedElement {
	/** Milliseconds since 1970; where the time has no offset, as if it were UTC. */
	time: number;
	/** Tells it from other locations of the device. */
	key: string;
	/** What Miradore sent. */
	element: unknown;
}

/** How far the locations of a device have been taken note of. */
export interface Cursor {
	/** Milliseconds since 1970. What is older counts as known. */
	floor: number;
	/** The keys of the known locations from there on. */
	seen: string[];
	/** The newest known location, where it is needed later. */
	last?: Place;
	/** Whether the locations of the device could not be read yet. */
	isUnread?: true;
}

/** A moment in milliseconds since 1970, and a place in degrees (WGS 84), exact to about a metre. */
type Place = Pick<Fix, 'latitude' | 'longitude'> & { time: number };

/**
 * The most keys that a cursor keeps, unless more locations share a moment: with the floor, the newest
 * place and the id they make less than the 100 bytes that a device may take.
 */
const mostSeen = 8;

/** The most keys where Miradore leaves known locations out, which it may send again. */
const mostKept = 2 * mostSeen;

/**
 * The most keys of locations that share a moment, such as a day without a time of day. Of more, those
 * that come later count as known: nothing may be told at every poll.
 */
const mostAtOnce = 100;

const keyLength = 6;

/** The elements whose time can be read, each once, the oldest first. */
export function readTimed(elements: unknown[]): TimedElement[] {
	const byKey = new Map<string, TimedElement>();
	for (const element of elements) {
		const time = readOrder(element);
		if (time === undefined) continue;
		const key = keyOf(time, element);
		if (!byKey.has(key)) byKey.set(key, { time, key, element });
	}
	return [...byKey.values()].sort((one, other) => one.time - other.time);
}

/** By time and place alone, for other fields of a location may come later. */
function keyOf(time: number, element: unknown): string {
	const fix = readFix(element);
	const place = fix ? `${fix.latitude} ${fix.longitude}` : JSON.stringify(element);
	return createHash('sha256').update(`${time} ${place}`).digest('base64url').slice(0, keyLength);
}

/** Whether a location is to be told: also a late one, older than others that are known. */
export function isNew({ time, key }: TimedElement, { floor, seen }: Cursor): boolean {
	return time >= floor && !seen.includes(key);
}

/**
 * The cursor after all of these locations were taken note of. The floor rises only as far as known
 * locations reach, never with the clock.
 *
 * @param timed as {@link readTimed} gives them; without any, nothing changes
 */
export function advance(cursor: Cursor, timed: TimedElement[]): Cursor {
	const known = timed.filter(({ time }) => time >= cursor.floor);
	const keys = known.map(({ key }) => key);
	if (known.length <= mostSeen) {
		// What Miradore leaves out this time may come again.
		const missing = cursor.seen.filter((key) => !keys.includes(key));
		if (missing.length + keys.length <= mostKept) {
			return { floor: cursor.floor, seen: [...missing, ...keys] };
		}
		// So many are gone for good: Miradore keeps the newest, and perhaps what it sent at the floor.
		const floor = known.find(({ time }) => time > cursor.floor)?.time;
		if (floor !== undefined) {
			const kept = known.filter(({ time }) => time >= floor).map(({ key }) => key);
			return { floor, seen: [...missing.slice(-mostSeen), ...kept] };
		}
		// Nothing rises above locations that share the moment of the floor: they may all come again.
		return bounded(cursor.floor, [...missing, ...keys]);
	}
	const floor = known[known.length - mostSeen].time;
	const kept = known.filter(({ time }) => time >= floor);
	const later = kept.filter(({ time }) => time > floor).map(({ key }) => key);
	return bounded(
		floor,
		kept.map(({ key }) => key),
		later,
	);
}

/** The cursor at this floor with these keys, or right above it with the later ones where there are too many. */
function bounded(floor: number, seen: string[], later: string[] = []): Cursor {
	return seen.length > mostAtOnce ? { floor: floor + 1, seen: later } : { floor, seen };
}

/** The newest known location, for a cursor that is to keep it; undefined where there is none. */
export function placeOf(timed: TimedElement[]): Place | undefined {
	const newest = timed[timed.length - 1] as TimedElement | undefined;
	const fix = newest && readFix(newest.element);
	return fix && { time: newest.time, latitude: fix.latitude, longitude: fix.longitude };
}

/** Adds the location that the cursor keeps, in case Miradore has it no longer. */
export function withLast(timed: TimedElement[], { last, seen }: Cursor): TimedElement[] {
	if (!last || timed.some(({ time }) => time === last.time)) return timed;
	const { time, ...place } = last;
	const element = { timestamp: new Date(time).toISOString(), ...place };
	const kept = { time, key: seen[seen.length - 1], element };
	return [...timed, kept].sort((one, other) => one.time - other.time);
}

const decimals = 5;

/** Writes a cursor as text. */
export function writeCursor({ floor, seen, last, isUnread }: Cursor): string {
	const place = last && [last.latitude, last.longitude].map((degrees) => degrees.toFixed(decimals));
	const words = [`${floor.toString(36)}${isUnread ? '' : '.'}${seen.join('')}`];
	return [...words, ...(place ? [last.time.toString(36), ...place] : [])].join(' ');
}

/** Reads what {@link writeCursor} wrote. */
export function readCursor(text: string): Cursor {
	const [known, time, latitude, longitude] = text.split(' ');
	const [floor, keys] = known.split('.') as [string, string?];
	const seen = keys?.match(new RegExp(`.{${keyLength}}`, 'g')) ?? [];
	const last = time && { time: parseInt(time, 36), latitude: +latitude, longitude: +longitude };
	const isUnread = keys === undefined && { isUnread: true as const };
	return { floor: parseInt(floor, 36), seen, ...(last && { last }), ...isUnread };
}
