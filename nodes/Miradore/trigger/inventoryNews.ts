import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import type { InventoryEvent } from './inventoryEvent';

/** A device that is to be told, with its signature and the one before. */
export interface News {
	device: IDataObject;
	signature: string;
	before: string | undefined;
}

/**
 * Pure: what there is to tell of devices, and the state after it.
 *
 * @param state what earlier polls left: the signatures by id as `known`; undefined on the first poll
 * @param now when the poll began, in milliseconds since 1970
 */
export function tell<F extends Fields>(
	event: Pick<InventoryEvent<F>, 'signatureOf' | 'countsUnknown'>,
	state: IDataObject,
	devices: IDataObject[],
	values: Values<F>,
	now: number,
): { news: News[]; next: IDataObject } {
	const isFirst = state.known === undefined;
	const known = { ...(state.known as Record<string, string> | undefined) };
	const news: News[] = [];
	for (const device of devices) {
		const id = String(device.ID);
		const signature = event.signatureOf(device, values, now);
		const before = known[id] as string | undefined;
		if (signature === undefined) {
			delete known[id];
			continue;
		}
		known[id] = signature;
		const happened = signature !== before && (event.countsUnknown || before !== undefined);
		if (happened && !isFirst) news.push({ device, signature, before });
	}
	return { news, next: { known, asOf: now } };
}
