import { deepCopy, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import type { Answer, Connection } from '../transport/connection';
import { ApiFailure } from '../transport/apiFailure';
import type { ApiRequest } from '../transport/request';
import { addressOf } from '../transport/site';
import { isPlainObject } from '../values/json';
import { describeFailure, toFailedItem, type Failure } from './failure';
import type { Question } from './lookUps';
import type { AddHint, Fields, Operation, Values } from './operation';

/** What is to be sent, and through which connection. */
export interface Order {
	values: Values<Fields>;
	request: ApiRequest;
	connection: Connection;
	/** By what the thing is looked up that the order names, where it is one of a directory. */
	question?: Question;
}

/** An order before its thing was looked up. There is no request yet, so that none can be sent. */
export type Draft = Required<Pick<Order, 'values' | 'connection' | 'question'>>;

/** What is done for one input item, or for several in one request. */
export interface Task {
	/** The indices of the input items. */
	items: number[];
	/** What is acted on, such as `{ deviceId: 12 }`; empty where the parameters can't be used. */
	subject: IDataObject;
	/** The same for people, such as `Device 12`; empty where nothing is named. */
	name: string;
	/** Absent where the parameters can't be used, and until the thing that is meant was found. */
	order?: Order;
	/** Stands for the order until then. */
	draft?: Draft;
	/** What the answer makes, once the order was carried out. */
	results?: IDataObject[];
	failure?: Failure;
	/** Whether it was settled without anything being sent. */
	isHeldBack?: true;
	/** Whether results or failure are those of an earlier try. */
	isRecalled?: true;
}

/** A task whose parameters can be used. */
export type ReadyTask = Task & { order: Order };

export function isReady(task: Task): task is ReadyTask {
	return task.order !== undefined;
}

/** What 'Options' holds for the task; empty where its parameters can't be used. */
export function optionsOf({ order, draft }: Task): IDataObject {
	return ((order ?? draft)?.values.options ?? {}) as IDataObject;
}

/** What tells a request from others: method, site, whole address without the key, and body. */
export function describeRequest({ request, connection }: Order): string {
	const { method, body } = request;
	// The site's name may be in a header alone.
	const parts = [method, connection.site.name, addressOf(connection.site, request)];
	return [...parts, ...(body ? [JSON.stringify(body)] : [])].join(' ');
}

/** What became of a command, the same for all of them; only `sent` is a success. */
type Outcome = 'sent' | 'skipped' | 'dryRun';

/** Settles a task without sending its command. */
export function holdBack(task: Task, outcome: Exclude<Outcome, 'sent'>, about: IDataObject): void {
	task.isHeldBack = true;
	task.results = [{ success: false, outcome, ...task.subject, ...about }];
}

/** Notes in the task what the answer to its request means. */
export function noteAnswer(
	task: Task,
	operation: Operation,
	answer: Answer | { skipped: string },
	addHint: AddHint,
): void {
	const { name, order, subject } = task;
	const { toItems, explanations, deletes } = operation;
	try {
		if (answer instanceof ApiFailure) {
			task.failure = describeFailure(answer, name, explanations?.[answer.httpCode ?? 0]);
		} else if ('skipped' in answer) {
			holdBack(task, 'skipped', { reason: answer.skipped });
		} else if (!toItems) {
			const sent: Outcome = 'sent';
			const confirmation = { success: true, outcome: sent, ...(deletes && { deleted: true }) };
			task.results = [confirm({ ...confirmation, ...subject }, answer.body)];
		} else if (order) task.results = toItems(answer.body, order.values, addHint);
	} catch (error) {
		task.failure = describeFailure(error, name);
	}
}

/** Gives a task what became of another one that asked for the same. */
export function shareOutcome(from: Task, task: Task): void {
	const { results, failure, isHeldBack, isRecalled } = from;
	const { foundBy } = task.subject;
	// The same device may have been found in another way, or named by its ID.
	const toOwn = (result: IDataObject) => {
		const own: IDataObject = { ...deepCopy(result), ...(foundBy && { foundBy }) };
		if (!foundBy) delete own.foundBy;
		return own;
	};
	Object.assign(task, {
		...(results && { results: results.map(toOwn) }),
		...(failure && { failure }),
		...(isHeldBack && { isHeldBack }),
		...(isRecalled && { isRecalled }),
	});
}

/**
 * The item of a command that Miradore accepted: it is queued there, and carried out later. By a field
 * `error`, even an empty one, n8n would take it for a failure, and run the node again.
 */
function confirm(confirmation: IDataObject, body: unknown): IDataObject {
	const item: IDataObject = {
		...confirmation,
		...(isPlainObject(body) && (body as IDataObject)),
		...confirmation,
	};
	delete item.error;
	return item;
}

/**
 * The items of a task, linked to its input items.
 *
 * @param isTerse whether failed items are for n8n's error output
 */
export function toExecutionData(
	{ failure, items, results, subject }: Task,
	isTerse: boolean,
): INodeExecutionData[] {
	if (failure)
		return items.map((item) => toFailedItem(failure, item, isTerse ? undefined : subject));
	const origins = items.map((item) => ({ item }));
	const pairedItem = origins.length === 1 ? origins[0] : origins;
	return (results ?? []).map((json) => ({ json, pairedItem }));
}
