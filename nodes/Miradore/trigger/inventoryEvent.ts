import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { simplify } from '../fields/simplify';
import { options } from '../fields/options';
import { chosenDevices, chosenOfAnyStatus } from '../fields/chosenDevices';
import { simpleAttributes, simplifyDevice } from '../inventory/device';
import { devicesRequest, devicesOf } from '../inventory/devices';
import { defaultGroups, selectAttributes } from '../inventory/groups';
import { readPages } from '../transport/pages';
import { defineEvent, type TriggerEvent } from './event';
import { tell, type News } from './inventoryNews';
import { findPicked } from './picked';
import type { Polling } from './polling';
import type { ChosenDevices } from './readDevices';
import { readWhole } from './readWhole';

/** An event that shows in what API v1 lists of devices. */
export interface InventoryEvent<F extends Fields>
	extends Pick<TriggerEvent<F>, 'value' | 'name' | 'description' | 'fields' | 'withoutExample'> {
	/** Conditions beside the user's filters, by the filter's name. */
	conditions?(values: Values<F>): Record<string, string>;
	/** Whether retired devices are listed, too. */
	includesRetired?: true;
	/**
	 * Pure: what tells one event of a device from another, such as its status; undefined while there is
	 * nothing to tell.
	 *
	 * @param now milliseconds since 1970
	 */
	signatureOf(device: IDataObject, values: Values<F>, now: number): string | undefined;
	/** The attributes that {@link signatureOf} looks at; the rest is read of devices that are told alone. */
	watched: string[];
	/** Whether a device that wasn't known before is an event, too. */
	countsUnknown: boolean;
	/** What the item holds beside the device. */
	details?(signature: string, before: string | undefined): IDataObject;
	/** The attribute by which a test run finds the latest event. */
	latestBy: string;
	/** An attribute without which a device is left as it was known; none where left out. */
	needs?: string;
	/** Conditions of a test run beside the others, by the filter's name. */
	exampleConditions?: Record<string, string>;
}

type InventoryValues<F extends Fields> = Values<F> & ChosenDevices & { simplify: boolean };

/** Makes a trigger event of one that shows in the list of devices. */
export function defineInventoryEvent<F extends Fields>(event: InventoryEvent<F>): TriggerEvent {
	return defineEvent({
		...event,
		fields: {
			...(event.includesRetired ? chosenOfAnyStatus : chosenDevices),
			...event.fields,
			simplify,
			options: options(),
		},
		poll: (polling, values) => poll(event, polling, values as unknown as InventoryValues<F>),
		findExample: (polling, values) =>
			findExample(event, polling, values as unknown as InventoryValues<F>),
	});
}

async function poll<F extends Fields>(
	event: InventoryEvent<F>,
	polling: Polling,
	values: InventoryValues<F>,
): Promise<IDataObject[]> {
	const { pickedDevices: picked } = values;
	if (picked && polling.peekState().known === undefined) await findPicked(polling.send, picked);
	const devices = byId(await list(event, polling, values, ['ID', ...event.watched]));
	const ask = (state: IDataObject) =>
		tell(event, state, [...devices.values()], values, polling.startedAt);

	// Of what is told all is read. While that takes its time another poll may tell something, too.
	const whole = new Set<number>();
	const unread = () => {
		const { news } = ask(polling.peekState());
		return news.map(({ device }) => Number(device.ID)).filter((id) => !whole.has(id));
	};
	for (let ids = unread(); ids.length > 0; ids = unread()) {
		const request = devicesRequest(attributesOf(event, values), {}, { includeRetired: true });
		const readAll = () => list(event, polling, values, attributesOf(event, values));
		const read = byId(await readWhole(polling, request, ids, devices.size, readAll));
		for (const id of ids) {
			whole.add(id);
			const device = read.get(id);
			// What is gone meanwhile, or has no attribute that is needed, stays as it was known.
			if (device && isUseful(event, device)) devices.set(id, device);
			else devices.delete(id);
		}
	}

	// From here on nothing waits or fails, so that polls that overlap see each other's outcome whole.
	const state = polling.takeState();
	const asOf = Number(state.asOf ?? 0);
	// A poll that began later knows better; one from the future is a clock that was set back.
	if (asOf > polling.startedAt && asOf <= Date.now()) return [];
	const { news, next } = ask(state);
	const items = news.map((one) => toItem(event, one, values));
	Object.assign(state, next);
	return items;
}

/** The attributes of an item, and those that tell whether there is one. */
function attributesOf<F extends Fields>(
	{ watched, latestBy }: InventoryEvent<F>,
	{ simplify: simplified }: InventoryValues<F>,
): string[] {
	const select = simplified ? simpleAttributes : selectAttributes(defaultGroups, '');
	return [...select, ...watched, latestBy];
}

async function list<F extends Fields>(
	event: InventoryEvent<F>,
	{ send }: Polling,
	values: InventoryValues<F>,
	select: string[],
	isExample = false,
): Promise<IDataObject[]> {
	const { filters, pickedDevices: picked } = values;
	const request = devicesRequest(
		select,
		{
			...filters,
			...event.conditions?.(values),
			...(isExample && event.exampleConditions),
		},
		{
			includeRetired: event.includesRetired,
			orderBy: isExample ? `${event.latestBy} desc` : undefined,
		},
	);
	const items = await readPages(send, request, isExample && !picked ? 1 : Infinity);
	const devices = devicesOf(items).filter((device) => isUseful(event, device));
	return picked ? devices.filter(({ ID }) => picked.includes(Number(ID))) : devices;
}

function isUseful<F extends Fields>({ needs }: InventoryEvent<F>, device: IDataObject): boolean {
	return needs === undefined || Boolean(device[needs]);
}

function byId(devices: IDataObject[]): Map<number, IDataObject> {
	return new Map(devices.map((device) => [Number(device.ID), device]));
}

function toItem<F extends Fields>(
	{ details }: InventoryEvent<F>,
	{ device, signature, before }: News,
	values: InventoryValues<F>,
): IDataObject {
	return {
		...(values.simplify ? simplifyDevice(device) : device),
		...details?.(signature, before),
	};
}

async function findExample<F extends Fields>(
	event: InventoryEvent<F>,
	polling: Polling,
	values: InventoryValues<F>,
): Promise<IDataObject | undefined> {
	for (const device of await list(event, polling, values, attributesOf(event, values), true)) {
		const signature = event.signatureOf(device, values, polling.startedAt);
		if (signature !== undefined)
			return toItem(event, { device, signature, before: undefined }, values);
	}
	return undefined;
}
