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
import { findPicked } from './picked';
import type { Polling } from './polling';
import type { ChosenDevices } from './readDevices';

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

/** Attributes that events look at, beside those of the items. */
const watched = ['Status', 'Created', 'LastReported'];

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
	const devices = await list(event, polling, values);

	// From here on nothing waits or fails, so that polls that overlap see each other's outcome whole.
	const state = polling.takeState();
	const asOf = Number(state.asOf ?? 0);
	// A poll that began later knows better; one from the future is a clock that was set back.
	if (asOf > polling.startedAt && asOf <= Date.now()) return [];
	const isFirst = state.known === undefined;
	const known = { ...(state.known as Record<string, string> | undefined) };
	const items: IDataObject[] = [];
	for (const device of devices) {
		const id = String(device.ID);
		const signature = event.signatureOf(device, values, polling.startedAt);
		const before = known[id] as string | undefined;
		if (signature === undefined) {
			delete known[id];
			continue;
		}
		known[id] = signature;
		const happened = signature !== before && (event.countsUnknown || before !== undefined);
		if (happened && !isFirst) items.push(toItem(event, device, values, signature, before));
	}
	state.known = known;
	state.asOf = polling.startedAt;
	return items;
}

async function list<F extends Fields>(
	event: InventoryEvent<F>,
	{ send }: Polling,
	values: InventoryValues<F>,
	isExample = false,
): Promise<IDataObject[]> {
	const { filters, pickedDevices: picked, simplify: simplified } = values;
	const select = simplified ? simpleAttributes : selectAttributes(defaultGroups, '');
	const request = devicesRequest(
		[...select, ...watched, event.latestBy],
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
	const devices = devicesOf(items).filter(
		(device) => event.needs === undefined || device[event.needs],
	);
	return picked ? devices.filter(({ ID }) => picked.includes(Number(ID))) : devices;
}

function toItem<F extends Fields>(
	{ details }: InventoryEvent<F>,
	device: IDataObject,
	values: InventoryValues<F>,
	signature: string,
	before: string | undefined,
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
	for (const device of await list(event, polling, values, true)) {
		const signature = event.signatureOf(device, values, polling.startedAt);
		if (signature !== undefined) return toItem(event, device, values, signature, undefined);
	}
	return undefined;
}
