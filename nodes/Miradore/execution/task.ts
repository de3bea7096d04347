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

/**
 * Gives the function that reads and checks the parameters of an item; nothing is sent. A parameter
 * without an expression is the same for all items and read once.
 */
export function createTaskReader(
	context: IExecuteFunctions,
	operation: Operation,
): (itemIndex: number) => Task {
	const timeZone = context.getTimezone();
	const { parameters } = context.getNode();
	const fields = Object.entries(operation.fields).map(([name, field]) => {
		const read = (itemIndex: number) =>
			field.read(context.getNodeParameter(name, itemIndex, null), timeZone);
		return { name, read: hasExpression(parameters[name]) ? read : once(read) };
	});
	return (itemIndex) => {
		try {
			const values: Values<Fields> = {};
			for (const { name, read } of fields) values[name] = read(itemIndex);
			const order = { values, request: operation.request(values) };
			return { itemIndex, ...identify(operation, values), order };
		} catch (error) {
			const failure = describeFailure(error);
			return { itemIndex, subject: {}, name: `item ${itemIndex}`, failure };
		}
	};
}

/** n8n marks text that is an expression with an equals sign in front. */
function hasExpression(parameter: unknown): boolean {
	return JSON.stringify(parameter ?? null).includes('"=');
}

function once(read: (itemIndex: number) => unknown): (itemIndex: number) => unknown {
	let result: { value: unknown } | undefined;
	return (itemIndex) => (result ??= { value: read(itemIndex) }).value;
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
	{ toItems }: Operation,
	answer: { body: unknown } | ApiFailure,
	addHint: AddHint,
): void {
	const { name, order, subject } = task;
	try {
		if (answer instanceof ApiFailure) task.failure = describeFailure(answer, name);
		else if (!toItems) task.results = [confirm(subject, answer.body)];
		else if (order) task.results = toItems(answer.body, order.values, addHint);
	} catch (error) {
		task.failure = describeFailure(error, name);
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
