import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, SendOne } from '../transport/request';
import type { Clue, Guard } from './directory';
import type { Field } from './field';

/** The fields of an operation by parameter name. */
export type Fields = Record<string, Field>;

/** What the fields' `read` made of the parameters. */
export type Values<F extends Fields> = {
	[Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** Tells the user something beside the items; the same text is shown once. */
export type AddHint = (text: string) => void;

/**
 * Asks after a command was accepted what became of it; never throws for a failed request.
 *
 * @param over the run has ended, so that there is nothing to wait for any more
 * @returns what is added to the command's item
 */
export type LookAfter = (over: AbortSignal) => Promise<IDataObject>;

/** What an input item asked for. */
export interface Asked<F extends Fields = Fields> {
	values: Values<F>;
	/** By what the user named the thing, where that wasn't its ID. */
	clue?: Clue;
}

/** What an input item brought in for a bundle. */
export interface Part<F extends Fields = Fields> extends Asked<F> {
	/** As `toItems` gave them, at least one. */
	results: IDataObject[];
}

/** The item that becomes of one or several input items. */
export interface Bundle {
	json: IDataObject;
	/** A file of text, for the item's binary field `data`. */
	file?: { name: string; mimeType: string; text: string };
}

/**
 * One call of Miradore's API as data: what the editor shows and how parameters become a request.
 */
export interface Operation<F extends Fields = Fields> {
	/** The value of the parameter 'Operation' in saved workflows: never to be renamed. */
	value: string;
	/** The label in the operation list. */
	name: string;
	/** What it does to what, in the node creator and for AI agents. */
	action: string;
	description: string;
	/** Shows the description above the fields, where it has to be known before the node runs. */
	warns?: true;
	/** A `read` changes nothing at Miradore; a `command` does. */
	effect: 'read' | 'command';
	fields: F;
	/** Pure. May throw UserError where values that are fine alone don't go together. */
	request(values: Values<F>): ApiRequest;
	/** Pure. For calls that take all input items in one request: makes one of the items' values. */
	gather?(all: Array<Values<F>>): Values<F>;
	/** What has to be true right before a command of the thing that it names; else nothing is sent. */
	guard?: Guard<Values<F>>;
	/**
	 * For what takes several requests, such as a list of many pages: sends them, beginning with
	 * `request`, and gives what `toItems` gets as the body.
	 *
	 * @throws ApiFailure when one of them fails
	 */
	collect?(send: SendOne, request: ApiRequest, values: Values<F>): Promise<unknown>;
	/**
	 * Pure: the items that the answer's body makes. `body` is parsed JSON, text where it isn't JSON,
	 * or undefined where it is empty. Left out by commands whose item only says that they succeeded.
	 *
	 * @throws ApiFailure when the body isn't what the API is known to answer.
	 */
	toItems?(body: unknown, values: Values<F>, addHint: AddHint): IDataObject[];
	/** Makes one item, which may hold a file, of what `toItems` gave for one or several input items. */
	bundling?: {
		/**
		 * Pure: the bundle that an input item belongs to. Those of one name go together; one without a
		 * name, '', is alone, and where it is undefined the results are the items.
		 */
		nameOf(values: Values<F>): string | undefined;
		/** Pure: undefined where nothing comes of them. */
		make(parts: Array<Part<F>>): Bundle | undefined;
	};
	/** Pure: what is told of the input items for which `toItems` gave nothing. */
	withoutItems?(all: Array<Asked<F>>): string;
	/**
	 * Finds out what becomes of a command; undefined where that isn't wanted. What it gives is called
	 * right before the command, to see what is so already. Never throws for a failed request.
	 */
	followUp?(send: SendOne, values: Values<F>): (() => Promise<LookAfter>) | undefined;
	/** Whether its item says `deleted`, too, as n8n's nodes do. */
	deletes?: true;
	/** What a status of the answer means for this call, beside what it means for any. */
	explanations?: Record<number, string>;
}

/** Infers the types of an operation's values from its fields. */
export function defineOperation<F extends Fields>(operation: Operation<F>): Operation {
	return operation as unknown as Operation;
}

/** A group of operations, as in the parameter 'Resource'. */
export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}
