import type { IDataObject } from 'n8n-workflow';
import { advance, readCursor, type Cursor, type TimedElement } from '../locations/cursor';
import { dayMs } from '../values/day';

/** How old late locations may be where nothing is known of a device. */
const lookBackMs = dayMs;
/** How long a device that is no longer among the chosen ones is remembered. */
const rememberedMs = 30 * dayMs;

/** Cursors as text by device id. */
export type Cursors = Record<string, string>;

/** The cursor with which the first poll begins at `now`: milliseconds since 1970. */
export function newCursor(now: number): Cursor {
	return { floor: now - lookBackMs, seen: [] };
}

/**
 * The cursor of a device in the trigger's state. One that is new among the chosen ones begins a day ago,
 * or with the last poll where that was earlier, but not before the first poll.
 *
 * @param now milliseconds since 1970
 */
export function cursorOf(
	{ devices, polledAt, since }: IDataObject,
	id: number,
	now: number,
): Cursor {
	const written = (devices as Cursors | undefined)?.[id];
	if (written) return readCursor(written);
	const start = Math.min(newCursor(now).floor, Number(polledAt ?? since));
	return { floor: Math.max(Number(since), start), seen: [], isUnread: true };
}

/**
 * From when on the locations of a device are asked for. Where nothing was read of it yet, it has to be
 * found out where it was before.
 *
 * @param now milliseconds since 1970
 * @param historyMs how far to look back for that
 */
export function startOf(state: IDataObject, id: number, now: number, historyMs: number): number {
	if (state.devices === undefined) return now - historyMs;
	const { floor, isUnread } = cursorOf(state, id, now);
	return Math.min(floor, now) - (isUnread ? historyMs : 0);
}

/** The cursor after the locations of a device were read. At first, late ones may be a day older. */
export function cursorAfter(cursor: Cursor, read: TimedElement[]): Cursor {
	if (!cursor.isUnread) return advance(cursor, read);
	return advance({ floor: cursor.floor - lookBackMs, seen: [] }, read);
}

/** The ids in an order that begins with the device for which the last poll had no time. */
export function rotate(ids: number[], first: number): number[] {
	const start = Math.max(0, ids.indexOf(first));
	return [...ids.slice(start), ...ids.slice(0, start)];
}

/**
 * Drops the cursors of devices that are no longer among the chosen ones, once what they know is so old
 * that nothing of it could be told again.
 *
 * @param now milliseconds since 1970
 */
export function forgetOthers(cursors: Cursors, ids: number[], now: number): void {
	const chosen = new Set(ids.map(String));
	for (const id of Object.keys(cursors)) {
		if (!chosen.has(id) && readCursor(cursors[id]).floor < now - rememberedMs) delete cursors[id];
	}
}
