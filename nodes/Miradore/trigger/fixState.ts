import type { IDataObject } from 'n8n-workflow';
import { writeCursor, type Cursor } from '../locations/cursor';

/** What the polls of an event that shows in locations leave; all times are milliseconds since 1970. */
export interface FixState {
	/** When the first poll began. */
	since?: number;
	/** When the last one did. */
	polledAt?: number;
	/** Of each device, by id, how far its locations are known, and its mark: see {@link writeDevice}. */
	devices?: Record<string, string>;
	/** The first device for which the last poll had no time; 0 where there is none. */
	next?: number;
	/** The device up to which the turn of those has come that Miradore's list shows no change of. */
	turnOf?: number;
	/** Until when all devices are asked. */
	askAllUntil?: number;
	/** Marks, by device, that did not announce a location in the last poll; some of them. */
	suspects?: Record<string, string>;
	/** Keys of locations that can't be read and were told, by device. */
	odd?: Record<string, string>;
	/** What is doubtful about answers and was told. */
	hints?: string[];
}

const separator = '~';

/**
 * What is kept of a device: its cursor, and the mark that it had when it was last read. Without a mark it
 * is asked at the next poll.
 */
export function writeDevice(cursor: Cursor, mark?: string): string {
	return `${writeCursor(cursor)}${mark === undefined ? '' : separator + mark}`;
}

/** The text of the cursor in what is kept of a device. */
export function cursorIn(written: string): string {
	return written.split(separator, 1)[0];
}

/** The mark in what is kept of a device; undefined where it has none. */
export function markIn(written: string | undefined): string | undefined {
	return written?.split(separator)[1];
}

/**
 * Makes one state of another, in which only what differs is written, for n8n watches each change.
 *
 * @param state n8n's own object, which may hold more than the next one names
 */
export function replaceState(state: IDataObject, { devices = {}, ...next }: FixState): void {
	for (const [name, value] of Object.entries(next)) {
		if (value === undefined) delete state[name];
		else if (!isSame(state[name], value)) state[name] = value;
	}
	const before = state.devices as Record<string, string> | undefined;
	if (!before) {
		state.devices = devices;
		return;
	}
	for (const id of Object.keys(before)) if (!(id in devices)) delete before[id];
	for (const [id, text] of Object.entries(devices)) if (before[id] !== text) before[id] = text;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
