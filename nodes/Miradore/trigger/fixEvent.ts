import { UserError, type IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { defaultHours } from '../fields/askEvery';
import { chosenDevices } from '../fields/chosenDevices';
import { readPlaceOf } from '../locations/fix';
import type { Place } from '../locations/coordinates';
import type { TimedElement } from '../locations/cursor';
import { nameItem, type DeviceNames } from './deviceNames';
import { dayMs } from '../values/day';
import { askFrom } from './deviceCursors';
import { defineEvent, type TriggerEvent } from './event';
import { replaceState, type FixState } from './fixState';
import { listDevices, listLatest, type ChosenDevices } from './listDevices';
import { isBlind, toOddFailure } from './odd';
import { refuseMissing } from './picked';
import { planOf } from './plan';
import { summarize } from './pollError';
import type { Polling } from './polling';
import { readDevices } from './readDevices';
import { tell, type KnownElement, type Rules, type TimedItem } from './tellFixes';

/** How far back a test run looks for an example, among so many devices. */
const exampleLookBackMs = 7 * dayMs;
const exampleDevices = 20;

const asItIs = 'Correct it here, or publish the workflow as it is if that is what you want.';

/** An event that shows in the locations of a device. */
interface FixEvent<F extends Fields>
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

type FixValues<F extends Fields> = Values<F> & ChosenDevices & { options: IDataObject };

const hourMs = dayMs / 24;

/** Makes a trigger event of one that shows in locations. */
export function defineFixEvent<F extends Fields>(event: FixEvent<F>): TriggerEvent {
	return defineEvent({
		...event,
		fields: { ...chosenDevices, ...event.fields },
		poll: (polling, values) => poll(event, polling, values as unknown as FixValues<F>),
		findExample: (polling, values) =>
			findExample(event, polling, values as unknown as FixValues<F>),
	});
}

async function poll<F extends Fields>(
	event: FixEvent<F>,
	polling: Polling,
	values: FixValues<F>,
): Promise<IDataObject[]> {
	const { startedAt } = polling;
	const { pickedDevices: picked } = values;
	const before: FixState = polling.peekState();
	const isFirst = before.devices === undefined;
	const everyMs = Number(values.options.askEveryHours ?? defaultHours) * hourMs;
	const listed = await listDevices(polling, values, everyMs > 0);
	const plan = planOf(before, listed, startedAt, everyMs);
	const from = (id: number) => askFrom(before, id, startedAt, event.historyDays * dayMs);
	const isWanted = (element: unknown) => event.isWanted?.(element, values) ?? true;
	const readings = await readDevices(polling, plan.asked, from, isWanted, event.keepsPlace);
	const { failures, missing, odd, timed } = readings;
	const [failure] = failures.values();
	const isHopeless = timed.size === 0 || isBlind(isFirst ? plan.asked : listed.ids, readings);
	if (failure && (isHopeless || (isFirst && picked))) throw failure;
	if (timed.size === 0 && plan.asked.size > 0) throw polling.outOfTime();
	if (isFirst && picked) refuseMissing(missing);

	// From here on nothing waits, so that polls that overlap see each other's outcome whole. The state comes
	// last: what throws before leaves all to the next poll.
	const rules: Rules = {
		keepsPlace: event.keepsPlace,
		toItems: (id, known, onFirst) => event.toItems(id, known, values, onFirst),
	};
	const told = tell(rules, polling.peekState(), { listed, plan, readings }, startedAt);
	const items = told.items.map((item) => withName(event, item, values, listed.names));
	for (const id of odd.keys()) failures.delete(id);
	if (failures.size > 0 && !isFirst) polling.warn(summarize(failures, listed.ids.length));
	if (told.odd.length > 0) polling.warn(toOddFailure(told.odd));
	if (told.hint) polling.warn(told.hint);
	replaceState(polling.takeState(), told.next);
	return items;
}

async function findExample<F extends Fields>(
	event: FixEvent<F>,
	polling: Polling,
	values: FixValues<F>,
): Promise<IDataObject | undefined> {
	const { ids, names } = await listLatest(polling, values, exampleDevices);
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
	return latest && withName(event, latest.item, values, names);
}

function placesOf(timed: Map<number, TimedElement[]>): Place[] {
	return [...timed.values()].flatMap((read) => readPlaceOf(read.at(-1)?.element) ?? []);
}

function withName<F extends Fields>(
	{ isNamed }: FixEvent<F>,
	item: IDataObject,
	values: Values<F>,
	names: DeviceNames,
): IDataObject {
	return (isNamed?.(values) ?? true) ? nameItem(item, names) : item;
}
