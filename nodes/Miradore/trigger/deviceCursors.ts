import { advance, readCursor, type Cursor, type TimedElement } from '../locations/cursor';
import { dayMs } from '../values/day';
import { cursorIn, type FixState } from './fixState';

/** How old late locations may be where nothing is known of a device. */
const lookBackMs = dayMs;
/** How long a device that is no longer among the chosen ones is remembered. */
const rememberedMs = 30 * dayMs;

/** When the first poll and the last one began: milliseconds since 1970. */
export type Moments = Pick<FixState, 'polledAt'> & { since: number };

/** The cursor with which the first poll begins at `now`: milliseconds since 1970. */
export function newCursor(now: number): Cursor {
	return { floor: now - lookBackMs, seen: [] };
}

/**
 * The cursor of a device in the trigger's state. One that is new among the chosen ones begins a day ago,
 * or with the last poll where that was earlier, but not before the first poll.
 *
 * @param written what is kept of the device
 * @param now milliseconds since 1970
 */
export function cursorOf(
	written: string | undefined,
	{ polledAt, since }: Moments,
	now: number,
): Cursor {
	const start = Math.min(newCursor(now).floor, polledAt ?? since);
	const cursor: Cursor = written
		? readCursor(cursorIn(written))
		: { floor: since > now ? start : Math.max(since, start), seen: [], isUnread: true };
	// Without known locations it comes from n8n's clock, which was ahead and has been set back.
	const isAhead = cursor.floor > now && cursor.seen.length === 0;
	return isAhead ? { ...cursor, floor: now } : cursor;
}

/**
 * From when on the locations of a device are asked for. Where nothing was read of it yet, it has to be
 * found out where it was before.
 *
 * @param now milliseconds since 1970
 * @param historyMs how far to look back for that
 */
export function askFrom(state: FixState, id: number, now: number, historyMs: number): number {
	const { devices, since = now, polledAt } = state;
	if (devices === undefined) return now - historyMs;
	const { floor, isUnread } = cursorOf(devices[id], { since, polledAt }, now);
	return Math.min(floor, now) - (isUnread ? historyMs : 0);
}

/** The cursor after the locations of a device were read. At first, late ones may be a day older. */
export function cursorAfter(cursor: Cursor, read: TimedElement[]): Cursor {
	return advance(cursor.isUnread ? asRead(cursor) : cursor, read);
}

/** The cursor of a device that wasn't read, as if that had been done and there had been no location. */
export function asRead({ floor }: Cursor): Cursor {
	return { floor: floor - lookBackMs, seen: [] };
}

/** The ids in an order that begins with one of them; as they are where it isn't among them. */
export function rotate(ids: number[], first: number): number[] {
	const start = Math.max(0, ids.indexOf(first));
	return [...ids.slice(start), ...ids.slice(0, start)];
}

/**
 * Whether what is kept of a device that is no longer among the chosen ones is so old that nothing of it
 * could be told again.
 *
 * @param now milliseconds since 1970
 */
export function isForgotten(written: string, now: number): boolean {
	return readCursor(cursorIn(written)).floor < now - rememberedMs;
}
