import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import type { InventoryEvent, Listed, News } from './inventoryEvent';
import { pack, unpack } from './keptValues';

/**
 * Pure: what there is to tell of a list, and the state after it.
 *
 * @param state what earlier polls left: the signatures by id as `known`; undefined on the first poll
 * @param now when the poll began, in milliseconds since 1970
 */
export function tell<F extends Fields>(
	event: Pick<InventoryEvent<F>, 'signatureOf' | 'countsUnknown' | 'keepsValues'>,
	state: IDataObject,
	listed: Listed,
	values: Values<F>,
	now: number,
): { news: News[]; next: IDataObject } {
	const isFirst = state.known === undefined;
	const before = isFirst ? {} : readKnown(state, event);
	// Nobody knows when one changed that comes back.
	const known: Record<string, string> = event.keepsValues ? {} : { ...before };
	const news: News[] = [];
	for (const [id, item] of listed) {
		const last = before[id] as string | undefined;
		if (!item) {
			if (last !== undefined) known[id] = last;
			continue;
		}
		const signature = event.signatureOf(item, values, now);
		if (signature === undefined) {
			delete known[id];
			continue;
		}
		known[id] = signature;
		const happened = signature !== last && (event.countsUnknown || last !== undefined);
		if (happened && !isFirst) news.push({ item, signature, before: last });
	}
	return { news, next: { ...(event.keepsValues ? pack(known) : { known }), asOf: now } };
}

function readKnown(
	state: IDataObject,
	{ keepsValues }: { keepsValues?: true },
): Record<string, string> {
	return keepsValues ? unpack(state) : (state.known as Record<string, string>);
}
