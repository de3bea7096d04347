import { dayMs } from '../values/day';
import { isWithoutLocation } from './marks';
import { rotate } from './deviceCursors';
import { markIn, type FixState } from './fixState';
import type { ListedDevices } from './listDevices';

/** Which of the chosen devices a poll asks for their locations. */
export interface Plan {
	/** Their ids, those first for which the last poll had no time. */
	asked: Set<number>;
	/** Those of them whose mark is as it was: a new location of one was not announced. */
	quiet: Set<number>;
	/** The id up to which the turn of the quiet ones has come. */
	turnOf: number;
	/** Until when the marks aren't trusted: milliseconds since 1970. */
	askAllUntil?: number;
}

/** How long all devices are asked where marks didn't announce a location. */
const mistrustMs = dayMs;

/**
 * Pure: decides whom to ask. On the first poll these are the devices that have a location, or may have
 * one; later those whose mark has changed or isn't known, and of the others as many in turn as are due,
 * so that each is asked once within a time.
 *
 * @param listed ids in ascending order; all are asked that have no mark
 * @param now milliseconds since 1970
 * @param everyMs within which time each is to be asked; 0 for all at each poll
 */
export function planOf(
	state: FixState,
	{ ids, marks }: ListedDevices,
	now: number,
	everyMs: number,
): Plan {
	const { devices, next = 0, turnOf = 0, polledAt = 0 } = state;
	const inOrder = rotate(ids, next);
	if (devices === undefined) {
		return { asked: firstAsked(inOrder, marks), quiet: new Set(), turnOf };
	}
	const isQuiet = (id: number) => marks.has(id) && markIn(devices[id]) === marks.get(id);
	const askAllUntil = mistrustUntil(state, marks, now);
	const isAll = everyMs === 0 || askAllUntil !== undefined;
	const due = isAll ? ids.length : dueOf(ids.length, now - polledAt, everyMs);
	const taken = takeTurn(ids, isQuiet, turnOf, due);
	return {
		asked: new Set(inOrder.filter((id) => !isQuiet(id) || taken.ids.has(id))),
		quiet: taken.ids,
		turnOf: taken.turnOf,
		askAllUntil,
	};
}

/**
 * The devices that have a location by their marks. A site that shows none of any device may show none at
 * all, so that each may have one. One of the others is asked, too: else a failure of the only one that has
 * a location would look like a failure of the site.
 */
function firstAsked(ids: number[], marks: Map<number, string>): Set<number> {
	const isShown = (id: number) => !isWithoutLocation(marks.get(id) ?? '');
	const shown = ids.filter(isShown);
	if (shown.length === 0) return new Set(ids);
	return new Set([...shown, ...ids.filter((id) => !isShown(id)).slice(0, 1)]);
}

/**
 * Whether to ask all: a location came that no mark had announced, and the list still has the old mark, so
 * that it wasn't just late.
 */
function mistrustUntil(
	{ askAllUntil = 0, suspects = {} }: FixState,
	marks: Map<number, string>,
	now: number,
): number | undefined {
	// One that lies further ahead is of a clock that was set back.
	if (askAllUntil > now && askAllUntil <= now + mistrustMs) return askAllUntil;
	const isProven = Object.entries(suspects).some(([id, mark]) => marks.get(Number(id)) === mark);
	return isProven ? now + mistrustMs : undefined;
}

/** One more than the time makes it, so that devices which come into the turn keep nobody waiting. */
function dueOf(count: number, elapsed: number, everyMs: number): number {
	return elapsed < 0 ? count : Math.ceil((count * elapsed) / everyMs) + 1;
}

/** So many quiet devices behind the one whose turn came last; those that are asked anyway are passed by. */
function takeTurn(
	ids: number[],
	isQuiet: (id: number) => boolean,
	after: number,
	due: number,
): { ids: Set<number>; turnOf: number } {
	const taken = new Set<number>();
	let turnOf = after;
	for (const id of rotate(ids, ids.find((one) => one > after) ?? 0)) {
		if (isQuiet(id)) {
			if (taken.size >= due) break;
			taken.add(id);
		}
		turnOf = id;
	}
	return { ids: taken, turnOf };
}
