import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ApiFailure } from '../transport/failure';
import type { ApiRequest } from '../transport/request';
import { describeFailure, toFailedItem, type Failure } from './failure';
import type { AddHint, Fields, Operation, Values } from './operation';

/** One input item on its way through a run. */
export interface Task {
	itemIndex: number;
	/** What is acted on, such as `{ deviceId: 12 }`; empty where the parameters can't be used. */
	subject: IDataObject;
	/** The same for people, such as `Device 12`, or `item 3`. */
	name: string;
	/** What is to be sent; absent where the parameters can't be used. */
	order?: { values: Values<Fields>; request: ApiRequest };
	/** What the answer makes, once the order was carried out. */
	results?: IDataObject[];
	failure?: Failure;
}

/** Reads and checks the parameters of one item. Nothing is sent. */
export function readTask(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Task {
	try {
		const values = readValues(context, operation, itemIndex);
		return {
			itemIndex,
			...identify(operation, values),
			order: { values, request: operation.request(values) },
		};
	} catch (error) {
		const failure = describeFailure(error, operation.effect);
		return { itemIndex, subject: {}, name: `item ${itemIndex}`, failure };
	}
}

function readValues(
	context: IExecuteFunctions,
	{ fields }: Operation,
	itemIndex: number,
): Values<Fields> {
	const timeZone = context.getTimezone();
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(fields)) {
		values[name] = field.read(context.getNodeParameter(name, itemIndex, null), timeZone);
	}
	return values;
}

function identify({ fields }: Operation, values: Values<Fields>): Pick<Task, 'subject' | 'name'> {
	const subject: IDataObject = {};
	const names: string[] = [];
	for (const [name, { identifies, property }] of Object.entries(fields)) {
		if (!identifies) continue;
		subject[name] = values[name] as IDataObject[string];
		names.push(`${property.displayName} ${String(values[name])}`);
	}
	return { subject, name: names.join(', ') };
}

/** Notes in the task what the answer to its request means. */
export function noteAnswer(
	task: Task,
	{ effect, toItems }: Operation,
	answer: { body: unknown } | ApiFailure,
	addHint: AddHint,
): void {
	const { name, order, subject } = task;
	try {
		if (answer instanceof ApiFailure) task.failure = describeFailure(answer, effect, name);
		else if (!toItems) task.results = [confirm(subject, answer.body)];
		else if (order) task.results = toItems(answer.body, order.values, addHint);
	} catch (error) {
		task.failure = describeFailure(error, effect, name);
	}
}

/** The item of a command that Miradore accepted: it is queued there, and carried out later. */
function confirm(subject: IDataObject, body: unknown): IDataObject {
	const confirmation = { success: true, ...subject };
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return { ...confirmation, ...(isObject && body), ...confirmation };
}

/** The items of a task, linked to its input item. */
export function toExecutionData({
	failure,
	itemIndex,
	results,
	subject,
}: Task): INodeExecutionData[] {
	if (failure) return [toFailedItem(failure, itemIndex, subject)];
	return (results ?? []).map((json) => ({ json, pairedItem: { item: itemIndex } }));
}
