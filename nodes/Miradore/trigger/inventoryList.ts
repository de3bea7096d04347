import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import type { DeviceList } from '../inventory/deviceList';
import type { Filters } from '../inventory/filters';
import type { InventoryEvent, Listed } from './inventoryEvent';
import type { Polling } from './polling';

/** What the values of all events have that show in a list; only devices can be picked, and found by these filters. */
export type InventoryValues<F extends Fields> = Values<F> & {
	filters?: Filters;
	pickedDevices?: number[];
	simplify: boolean;
};

/** The attributes of an item, and those that tell whether there is one. */
export function attributesOf<F extends Fields>(
	{ subject, watched, latestBy }: InventoryEvent<F>,
	values: InventoryValues<F>,
): string[] {
	return [...subject.attributes(values.simplify), ...watched(values), latestBy];
}

/**
 * Reads the devices or users that an event is about.
 *
 * @throws ApiFailure when the list can't be read
 */
export async function readList<F extends Fields>(
	event: InventoryEvent<F>,
	{ send }: Polling,
	values: InventoryValues<F>,
	select: string[],
): Promise<IDataObject[]> {
	const list = listOf(event, values, select);
	return amongPicked(values, await event.subject.read(send, list, Infinity));
}

/** Reads what a test run looks at: the latest one, or all that were picked, the latest first. */
export async function readExamples<F extends Fields>(
	event: InventoryEvent<F>,
	{ send }: Polling,
	values: InventoryValues<F>,
): Promise<IDataObject[]> {
	const list = listOf(event, values, attributesOf(event, values), event.exampleConditions);
	const latestFirst = { ...list, orderBy: `${event.latestBy} desc` };
	const most = values.pickedDevices ? Infinity : 1;
	return amongPicked(values, await event.subject.read(send, latestFirst, most));
}

function listOf<F extends Fields>(
	event: InventoryEvent<F>,
	values: InventoryValues<F>,
	select: string[],
	further: Record<string, string> = {},
): DeviceList {
	return {
		select,
		filters: values.filters ?? {},
		conditions: { ...event.conditions?.(values), ...further },
		includeRetired: event.includesRetired?.(values),
	};
}

function amongPicked(
	{ pickedDevices: picked }: { pickedDevices?: number[] },
	items: IDataObject[],
): IDataObject[] {
	return picked ? items.filter(({ ID }) => picked.includes(Number(ID))) : items;
}

/** The items by their ids; undefined for those that lack what the event needs. */
export function byId<F extends Fields>(
	event: InventoryEvent<F>,
	values: InventoryValues<F>,
	items: IDataObject[],
): Listed {
	const needed = event.needs?.(values) ?? [];
	const isWhole = (item: IDataObject) => needed.every((attribute) => item[attribute]);
	return new Map(items.map((item) => [Number(item.ID), isWhole(item) ? item : undefined]));
}
