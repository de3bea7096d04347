import { UserError, type IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { chosenDevices } from '../fields/chosenDevices';
import { isNew, placeOf, withLast, writeCursor, type TimedElement } from '../locations/cursor';
import { readPlaceOf } from '../locations/fix';
import type { Place } from '../locations/place';
import {
	cursorAfter,
	cursorOf,
	forgetOthers,
	newCursor,
	rotate,
	startOf,
	type Cursors,
} from './deviceCursors';
import { nameItem, type DeviceNames } from './deviceNames';
import { defineEvent, type TriggerEvent } from './event';
import { summarize } from './pollError';
import { isBlind, noteOdd, toOddFailure } from './odd';
import type { Polling } from './polling';
import { refuseMissing } from './picked';
import { listDevices, readDevices, type ChosenDevices } from './readDevices';
import { dayMs } from '../values/day';

/** How far back a test run looks for an example, among so many devices. */
const exampleLookBackMs = 7 * dayMs;
const exampleDevices = 20;

const asItIs = 'Correct it here, or publish the workflow as it is if that is what you want.';

/** A location with what is known of it. */
export type KnownElement = TimedElement & { isNew: boolean };

/** An item and the time that it is about: milliseconds since 1970. */
export interface TimedItem {
	time: number;
	item: IDataObject;
}

/** An event that shows in the locations of a device. */
export interface FixEvent<F extends Fields>
	extends Pick<TriggerEvent<F>, 'value' | 'name' | 'description' | 'fields' | 'withoutExample'> {
	/** How many days back to look for where a device was, when it is read for the first time. */
	historyDays: number;
	/** Whether it is about places: it has to be known where a device was last, even if Miradore forgets it. */
	keepsPlace: boolean;
	/** Whether a location counts at all; all do where left out. */
	isWanted?(element: unknown, values: Values<F>): boolean;
	/** Whether items get the name and the user of their device; all do where left out. */
	isNamed?(values: Values<F>): boolean;
	/**
	 * Pure: what a test run says instead of an example where the choices look like a mistake.
	 *
	 * @param places where devices were last
	 */
	doubt?(values: Values<F>, places: Place[], hasExample: boolean): string | undefined;
	/**
	 * Pure: what new locations of a device give.
	 *
	 * @param known the oldest first
	 * @param isFirst whether this is the first poll, on which nothing is new
	 */
	toItems(id: number, known: KnownElement[], values: Values<F>, isFirst: boolean): TimedItem[];
}

/** Makes a trigger event of one that shows in locations. */
export function defineFixEvent<F extends Fields>(event: FixEvent<F>): TriggerEvent {
	return defineEvent({
		...event,
		fields: { ...chosenDevices, ...event.fields },
		poll: (polling, values) => poll(event, polling, values as Values<F> & ChosenDevices),
		findExample: (polling, values) =>
			findExample(event, polling, values as Values<F> & ChosenDevices),
	});
}

async function poll<F extends Fields>(
	event: FixEvent<F>,
	polling: Polling,
	values: Values<F> & ChosenDevices,
): Promise<IDataObject[]> {
	const { startedAt } = polling;
	const before = polling.peekState();
	const isFirst = before.devices === undefined;
	const listed = await listDevices(polling, values);
	const ids = rotate(listed.ids, Number(before.next ?? 0));
	const from = (id: number) => startOf(before, id, startedAt, event.historyDays * dayMs);
	const isWanted = (element: unknown) => event.isWanted?.(element, values) ?? true;
	const readings = await readDevices(polling, ids, from, isWanted, event.keepsPlace);
	const { failures, missing, odd, timed } = readings;
	const [failure] = failures.values();
	const isHopeless = timed.size === 0 || isBlind(ids, readings);
	if (failure && (isHopeless || (isFirst && values.pickedDevices))) throw failure;
	if (timed.size === 0 && ids.length > 0) throw polling.outOfTime();
	if (isFirst && values.pickedDevices) refuseMissing(missing);

	// From here on nothing waits or fails, so that polls that overlap see each other's outcome whole.
	const state = polling.takeState();
	state.since ??= startedAt;
	state.devices ??= {};
	const cursors = state.devices as Cursors;
	const items: TimedItem[] = [];
	for (const id of ids) {
		const cursor = cursorOf(state, id, startedAt);
		const read = timed.get(id);
		if (!read) {
			cursors[id] ??= writeCursor(cursor);
			continue;
		}
		const start = isFirst ? newCursor(startedAt) : cursor;
		const all = withLast(read, start);
		const known = all.map((one) => ({ ...one, isNew: !isFirst && isNew(one, start) }));
		items.push(...event.toItems(id, known, values, isFirst));
		const last = event.keepsPlace ? placeOf(all) : undefined;
		cursors[id] = writeCursor({ ...cursorAfter(start, read), ...(last && { last }) });
	}
	forgetOthers(cursors, ids, startedAt);
	state.polledAt = startedAt;
	state.next = ids.find((id) => !timed.has(id) && !failures.has(id)) ?? 0;
	for (const id of odd.keys()) failures.delete(id);
	if (failures.size > 0 && !isFirst) polling.warn(summarize(failures, ids.length));
	const news = isFirst ? [] : noteOdd(state, ids, readings);
	if (news.length > 0) polling.warn(toOddFailure(news));
	return items
		.sort((one, other) => one.time - other.time)
		.map(({ item }) => nameOf(event, item, values, listed.names));
}

async function findExample<F extends Fields>(
	event: FixEvent<F>,
	polling: Polling,
	values: Values<F> & ChosenDevices,
): Promise<IDataObject | undefined> {
	const { ids, names } = await listDevices(polling, values, exampleDevices);
	const isWanted = (element: unknown) => event.isWanted?.(element, values) ?? true;
	const start = polling.startedAt - exampleLookBackMs;
	const { failures, odd, timed } = await readDevices(
		polling,
		ids,
		() => start,
		isWanted,
		event.keepsPlace,
	);
	const [failure] = failures.values();
	if (failure && timed.size === 0) throw failure;
	const items = [...timed].flatMap(([id, read]) =>
		event.toItems(
			id,
			read.map((one) => ({ ...one, isNew: true })),
			values,
			false,
		),
	);
	if (items.length === 0 && odd.size > 0) throw toOddFailure([...odd]);
	const [latest] = items.sort((one, other) => other.time - one.time) as [TimedItem?];
	const doubt = event.doubt?.(values, placesOf(timed), latest !== undefined);
	if (doubt !== undefined) throw new UserError(doubt, { description: asItIs });
	return latest && nameOf(event, latest.item, values, names);
}

function placesOf(timed: Map<number, TimedElement[]>): Place[] {
	return [...timed.values()].flatMap((read) => readPlaceOf(read.at(-1)?.element) ?? []);
}

function nameOf<F extends Fields>(
	{ isNamed }: FixEvent<F>,
	item: IDataObject,
	values: Values<F>,
	names: DeviceNames,
): IDataObject {
	return (isNamed?.(values) ?? true) ? nameItem(item, names) : item;
}
