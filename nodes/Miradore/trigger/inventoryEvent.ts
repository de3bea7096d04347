import type { IDataObject } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import type { TriggerEvent } from './event';
import type { Subject } from './subjects';

/** An event that shows in what API v1 lists of devices or users. */
export interface InventoryEvent<F extends Fields>
	extends Omit<TriggerEvent<F>, 'poll' | 'findExample'> {
	subject: Subject;
	/** Conditions beside the user's filters, by the filter's name. */
	conditions?(values: Values<F>): Record<string, string>;
	/** Whether retired devices are listed, too. */
	includesRetired?(values: Values<F>): boolean;
	/**
	 * Pure: what tells one event of a device from another, such as its status; undefined while there is
	 * nothing to tell.
	 *
	 * @param now milliseconds since 1970
	 */
	signatureOf(item: IDataObject, values: Values<F>, now: number): string | undefined;
	/**
	 * The attributes that {@link signatureOf} looks at; the rest is read of what is told alone.
	 *
	 * @throws UserError where the choices don't go together
	 */
	watched(values: Values<F>): string[];
	/** Those of them without which one is left as it was known; none where left out. */
	needs?(values: Values<F>): string[];
	/** Whether one that wasn't known before is an event, too. */
	countsUnknown: boolean;
	/** Whether signatures are lists of values, of which one that isn't listed any more is forgotten. */
	keepsValues?: true;
	/** What the item holds beside the device or user; `before` is undefined in a test run. */
	details?(news: News, values: Values<F>): IDataObject;
	/** The attribute by which a test run finds the latest event. */
	latestBy: string;
	/** Conditions of a test run beside the others, by the filter's name. */
	exampleConditions?: Record<string, string>;
}

/** A device or user that is to be told, with its signature and the one before. */
export interface News {
	item: IDataObject;
	signature: string;
	before: string | undefined;
}

/** What was listed, by id; undefined where the answer lacks what it is judged by. */
export type Listed = Map<number, IDataObject | undefined>;
