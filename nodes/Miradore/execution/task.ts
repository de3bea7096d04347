import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { shorten } from '../values/entered';
import { ApiFailure } from '../transport/failure';
import type { ApiRequest } from '../transport/request';
import { describeFailure, toFailedItem, type Failure } from './failure';
import type { AddHint, Fields, Operation, Values } from './operation';
import type { Answer } from './sender';

/** What is done for one input item, or for several in one request. */
export interface Task {
	/** The indices of the input items. */
	items: number[];
	/** What is acted on, such as `{ deviceId: 12 }`; empty where the parameters can't be used. */
	subject: IDataObject;
	/** The same for people, such as `Device 12`; empty where nothing is named. */
	name: string;
	/** What is to be sent; absent where the parameters can't be used. */
	order?: { values: Values<Fields>; request: ApiRequest };
	/** What the answer makes, once the order was carried out. */
	results?: IDataObject[];
	failure?: Failure;
}

/** Reads and checks the parameters of all input items; nothing is sent. */
export function readTasks(context: IExecuteFunctions, operation: Operation): Task[] {
	const readTask = createTaskReader(context, operation);
	const tasks = context.getInputData().map((_, index) => readTask(index));
	return gatherTasks(tasks, operation);
}

/** A parameter without an expression is the same for all items and read once. */
function createTaskReader(
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
			return { items: [itemIndex], ...identify(operation, values), order };
		} catch (error) {
			return { items: [itemIndex], subject: {}, name: '', failure: describeFailure(error) };
		}
	};
}

/** Makes one task of all that can be carried out, where the operation takes all items at once. */
function gatherTasks(tasks: Task[], { gather, request }: Operation): Task[] {
	const ready = tasks.flatMap(({ items, order }) => (order ? { items, order } : []));
	if (!gather || ready.length === 0) return tasks;
	const values = gather(ready.map(({ order }) => order.values));
	const gathered: Task = {
		items: ready.flatMap(({ items }) => items),
		subject: {},
		name: '',
		order: { values, request: request(values) },
	};
	return [gathered, ...tasks.filter(({ order }) => !order)];
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
		names.push(`${property.displayName} ${shorten(String(values[name]))}`);
	}
	return { subject, name: names.join(', ') };
}

/** What 'Options' holds for the task; empty where its parameters can't be used. */
export function optionsOf({ order }: Task): IDataObject {
	return (order?.values.options ?? {}) as IDataObject;
}

/** Notes in the task what the answer to its request means. */
export function noteAnswer(
	task: Task,
	operation: Operation,
	answer: Answer | { skipped: string },
	addHint: AddHint,
): void {
	const { name, order, subject } = task;
	const { toItems, explanations, outcome = 'success' } = operation;
	try {
		if (answer instanceof ApiFailure) {
			task.failure = describeFailure(answer, name, explanations?.[answer.httpCode ?? 0]);
		} else if ('skipped' in answer) {
			task.results = [{ skipped: true, reason: answer.skipped, ...subject }];
		} else if (!toItems) task.results = [confirm({ [outcome]: true, ...subject }, answer.body)];
		else if (order) task.results = toItems(answer.body, order.values, addHint);
	} catch (error) {
		task.failure = describeFailure(error, name);
	}
}

/** The item of a command that Miradore accepted: it is queued there, and carried out later. */
function confirm(confirmation: IDataObject, body: unknown): IDataObject {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return { ...confirmation, ...(isObject && body), ...confirmation };
}

/** The items of a task, linked to its input items. */
export function toExecutionData({ failure, items, results, subject }: Task): INodeExecutionData[] {
	if (failure) return items.map((item) => toFailedItem(failure, item, subject));
	const origins = items.map((item) => ({ item }));
	const pairedItem = origins.length === 1 ? origins[0] : origins;
	return (results ?? []).map((json) => ({ json, pairedItem }));
}
