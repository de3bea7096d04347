import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../execution/operation';
import { simplify } from '../fields/simplify';
import { options } from '../fields/options';
import { defineEvent, type TriggerEvent } from './event';
import type { InventoryEvent, News } from './inventoryEvent';
import { attributesOf, byId, readExamples, readList, type InventoryValues } from './inventoryList';
import { tell } from './inventoryNews';
import { findPicked } from './picked';
import type { Polling } from './polling';
import { readWhole } from './readWhole';

/** Makes a trigger event of one that shows in a list. */
export function defineInventoryEvent<F extends Fields>(event: InventoryEvent<F>): TriggerEvent {
	return defineEvent({
		...event,
		fields: { ...event.fields, simplify, options: options() },
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
	const { subject } = event;
	const watched = event.watched(values);
	if (picked && polling.peekState().known === undefined) await findPicked(polling.send, picked);
	const short = await readList(event, polling, values, ['ID', ...watched]);
	const listed = byId(event, values, short);
	const ask = (state: IDataObject) => tell(event, state, listed, values, polling.startedAt);
	const signatureOf = (item?: IDataObject) =>
		item && event.signatureOf(item, values, polling.startedAt);

	// Of what is told all is read. While that takes its time another poll may tell something, too.
	const whole = new Set<number>();
	const unread = () => {
		const { news } = ask(polling.peekState());
		return news.map(({ item }) => Number(item.ID)).filter((id) => !whole.has(id));
	};
	for (let ids = unread(); ids.length > 0; ids = unread()) {
		const attributes = attributesOf(event, values);
		const request = subject.request(attributes);
		const readAll = () => readList(event, polling, values, attributes);
		const read = await readWhole(polling, request, ids, listed.size, readAll);
		const found = byId(event, values, read);
		for (const id of ids) {
			whole.add(id);
			// What is gone meanwhile, or has changed again, so that it may not match the conditions any more,
			// stays as it was known until the next poll.
			const item = found.get(id);
			listed.set(id, signatureOf(item) === signatureOf(listed.get(id)) ? item : undefined);
		}
	}

	// From here on nothing waits, so that polls that overlap see each other's outcome whole. The state comes
	// last: what throws before leaves all to the next poll.
	const before = polling.peekState();
	const asOf = Number(before.asOf ?? 0);
	// A poll that began later knows better; one from the future is a clock that was set back.
	if (asOf > polling.startedAt && asOf <= Date.now()) return [];
	const { news, next } = ask(before);
	const items = news.map((one) => toItem(event, one, values));
	Object.assign(polling.takeState(), next);
	return items;
}

function toItem<F extends Fields>(
	{ details, subject }: InventoryEvent<F>,
	news: News,
	values: InventoryValues<F>,
): IDataObject {
	return {
		...(values.simplify ? subject.simplify(news.item) : news.item),
		...details?.(news, values),
	};
}

async function findExample<F extends Fields>(
	event: InventoryEvent<F>,
	polling: Polling,
	values: InventoryValues<F>,
): Promise<IDataObject | undefined> {
	for (const item of await readExamples(event, polling, values)) {
		const signature = event.signatureOf(item, values, polling.startedAt);
		if (signature !== undefined)
			return toItem(event, { item, signature, before: undefined }, values);
	}
	return undefined;
}
