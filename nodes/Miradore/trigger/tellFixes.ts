import type { IDataObject } from 'n8n-workflow';
import { isNew, placeOf, withLast, type Cursor, type TimedElement } from '../locations/cursor';
import {
	asRead,
	cursorAfter,
	cursorOf,
	isForgotten,
	newCursor,
	type Moments,
} from './deviceCursors';
import { cursorIn, markIn, writeDevice, type FixState } from './fixState';
import { noteHints } from './hints';
import { isWithoutLocation } from './marks';
import type { ApiFailure } from '../transport/apiFailure';
import { noteOdd, type OddByDevice } from './odd';
import type { Plan } from './plan';
import type { ListedDevices } from './listDevices';
import type { Readings } from './readDevices';

/** A location with what is known of it. */
export type KnownElement = TimedElement & { isNew: boolean };

/** An item and the time that it is about: milliseconds since 1970. */
export interface TimedItem {
	time: number;
	item: IDataObject;
}

/** What an event makes of locations. */
export interface Rules {
	/** Whether it has to be known where a device was last, even if Miradore forgets it. */
	keepsPlace: boolean;
	/**
	 * Pure: what new locations of a device give.
	 *
	 * @param known the oldest first
	 * @param isFirst whether this is the first poll, on which nothing is new
	 */
	toItems(id: number, known: KnownElement[], isFirst: boolean): TimedItem[];
}

/** What a poll has asked, and what came. */
export interface Found {
	listed: ListedDevices;
	plan: Plan;
	readings: Readings;
}

/** What a poll tells, and what it leaves to the next one. */
interface Told {
	/** The oldest first. */
	items: IDataObject[];
	next: FixState;
	/** The devices with locations that can't be read and weren't told yet. */
	odd: OddByDevice;
	/** What is doubtful about answers and wasn't told yet. */
	hint?: ApiFailure;
}

/** A few prove as much as all. */
const mostSuspects = 10;

/**
 * Pure: what is new by the state, and the state after it. A device has a mark only where it was read after
 * the list with that mark; one that should have been read and wasn't has none.
 *
 * @param now when the poll began, in milliseconds since 1970
 */
export function tell(
	{ keepsPlace, toItems }: Rules,
	state: FixState,
	{ listed, plan, readings }: Found,
	now: number,
): Told {
	const isFirst = state.devices === undefined;
	const moments: Moments = { since: state.since ?? now, polledAt: state.polledAt };
	const devices = withoutOthers(state.devices ?? {}, listed.ids, now);
	const suspects: Array<[number, string]> = [];
	const items: TimedItem[] = [];
	for (const id of listed.ids) {
		const written = devices[id] as string | undefined;
		const mark = listed.marks.get(id);
		const read = readings.timed.get(id);
		if (!read) {
			const isAsked = plan.asked.has(id);
			if (written && !isAsked) continue;
			// Nobody has asked where none is shown: that there was none is known of it by its mark.
			const hadNone = isFirst && !isAsked && isWithoutLocation(mark ?? '');
			devices[id] = writeDevice(cursorOf(written, moments, now), hadNone ? mark : undefined);
			continue;
		}
		const start = isFirst
			? newCursor(now)
			: startOf(cursorOf(written, moments, now), written, mark);
		const all = withLast(read, start);
		const known = all.map((one) => ({ ...one, isNew: !isFirst && isNew(one, start) }));
		for (const item of toItems(id, known, isFirst)) items.push(item);
		const last = keepsPlace ? placeOf(all) : undefined;
		devices[id] = writeDevice({ ...cursorAfter(start, read), ...(last && { last }) }, mark);
		if (mark && plan.quiet.has(id) && known.some((one) => one.isNew)) suspects.push([id, mark]);
	}
	const odd = noteOdd(state.odd, listed.ids, readings);
	const hints: ReturnType<typeof noteHints> = isFirst
		? { told: undefined }
		: noteHints(state.hints, readings);
	const isReached = (id: number) => readings.timed.has(id) || readings.failures.has(id);
	return {
		items: items.sort((one, other) => one.time - other.time).map(({ item }) => item),
		odd: isFirst ? [] : odd.news,
		hint: hints.news,
		next: {
			since: moments.since,
			polledAt: now,
			devices,
			next: [...plan.asked].find((id) => !isReached(id)) ?? 0,
			turnOf: plan.turnOf,
			askAllUntil: plan.askAllUntil,
			suspects:
				suspects.length > 0 ? Object.fromEntries(suspects.slice(0, mostSuspects)) : undefined,
			odd: isFirst ? undefined : odd.keys,
			hints: hints.told,
		},
	};
}

/** Where what is new of a device begins. One that wasn't read as it showed no location, and does now, had none. */
function startOf(cursor: Cursor, written = '', mark = ''): Cursor {
	const hadNone = isWithoutLocation(markIn(written) ?? '');
	const appears = cursor.isUnread === true && hadNone && !isWithoutLocation(mark);
	return appears ? asRead(cursor) : cursor;
}

/** Devices that aren't among the chosen ones any more have no mark: should they come back, they are asked. */
function withoutOthers(
	devices: Record<string, string>,
	ids: number[],
	now: number,
): Record<string, string> {
	const chosen = new Set(ids.map(String));
	const kept = Object.entries(devices)
		.filter(([id, written]) => chosen.has(id) || !isForgotten(written, now))
		.map(([id, written]) => [id, chosen.has(id) ? written : cursorIn(written)]);
	return Object.fromEntries(kept) as Record<string, string>;
}
