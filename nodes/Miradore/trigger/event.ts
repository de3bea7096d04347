import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import type { Polling } from './polling';

/** What the trigger can wait for, as data: what the editor shows and how it is found out. */
export interface TriggerEvent<F extends Fields = Fields> {
	/** The value of the parameter 'Trigger On' in saved workflows: never to be renamed. */
	value: string;
	/** The label in the list. */
	name: string;
	description: string;
	fields: F;
	/**
	 * Asks Miradore what is new. The state changes only after all requests, in one go.
	 *
	 * @returns an item for each event, the oldest first; on the first poll none, as a rule
	 * @throws ApiFailure when nothing could be read; the state is as before then
	 */
	poll(polling: Polling, values: Values<F>): Promise<IDataObject[]>;
	/** A recent event for a test run, which touches no state; undefined where there is none. */
	findExample(polling: Polling, values: Values<F>): Promise<IDataObject | undefined>;
	/** What a test run says where there is no example. */
	withoutExample: string;
	/** What of the example isn't as in a published workflow; the editor says it beside the item. */
	aboutExample?: string;
}

/** Infers the types of an event's values from its fields. */
export function defineEvent<F extends Fields>(event: TriggerEvent<F>): TriggerEvent {
	return event as unknown as TriggerEvent;
}
