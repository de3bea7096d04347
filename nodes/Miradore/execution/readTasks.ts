import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createAccessReader, type Access } from '../transport/credential';
import { shorten } from '../values/entered';
import { describeFailure } from './failure';
import { readField, valueOf, type Field, type Surroundings } from './field';
import type { Fields, Operation, Values } from './operation';
import { isReady, type Order, type ReadyTask, type Task } from './task';

/** Reads and checks the credential and the parameters of all input items; nothing is sent. */
export async function readTasks(context: IExecuteFunctions, operation: Operation): Promise<Task[]> {
	const readAccess = createAccessReader(context);
	const readOrder = createOrderReader(context, operation);
	const tasks: Task[] = [];
	for (let index = 0; index < context.getInputData().length; index++) {
		try {
			const order = readOrder(index, await readAccess(index));
			tasks.push({ items: [index], ...identify(operation, order.values), order });
		} catch (error) {
			tasks.push({ items: [index], subject: {}, name: '', failure: describeFailure(error) });
		}
	}
	nameSites(tasks);
	return gatherTasks(tasks, operation);
}

/** Where items are about several sites, the same number may be a device at each. */
function nameSites(tasks: Task[]): void {
	const ready = tasks.filter(isReady);
	const sites = new Set(ready.map(({ order }) => order.access.site.name));
	if (sites.size < 2) return;
	for (const task of ready) if (task.name) task.name += ` (${task.order.access.site.name})`;
}

/** A parameter without an expression is the same for all items of a site and read once. */
function createOrderReader(
	context: IExecuteFunctions,
	operation: Operation,
): (itemIndex: number, access: Access) => Order {
	const timeZone = context.getTimezone();
	const { parameters } = context.getNode();
	const readers = Object.entries(operation.fields).map(([name, field]) => {
		const read = createValueReader(context, name, field, parameters[name]);
		return { name, read: hasExpression(parameters[name]) ? read : onceASite(read) };
	});
	return (itemIndex, access) => {
		const surroundings = { timeZone, site: access.site };
		const values: Values<Fields> = {};
		for (const { name, read } of readers) values[name] = read(itemIndex, surroundings);
		return { values, request: operation.request(values), access };
	};
}

type ReadValue = (itemIndex: number, surroundings: Surroundings) => unknown;

function createValueReader(
	context: IExecuteFunctions,
	name: string,
	field: Field,
	raw: unknown,
): ReadValue {
	return (itemIndex, surroundings) => {
		const value = valueOf(field, raw, (fallback) =>
			context.getNodeParameter(name, itemIndex, fallback),
		);
		return readField(field, value, surroundings);
	};
}

/** n8n marks text that is an expression with an equals sign in front. */
function hasExpression(parameter: unknown): boolean {
	return JSON.stringify(parameter ?? null).includes('"=');
}

function onceASite(read: ReadValue): ReadValue {
	const values = new Map<Surroundings['site'], unknown>();
	return (itemIndex, surroundings) => {
		const { site } = surroundings;
		if (!values.has(site)) values.set(site, read(itemIndex, surroundings));
		return values.get(site);
	};
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

/**
 * Makes one task of all that can be carried out, where the operation takes all items at once: one for
 * each site, and for each set of options, for some may only be shown.
 */
function gatherTasks(tasks: Task[], { gather, request }: Operation): Task[] {
	if (!gather) return tasks;
	const groups = new Map<string, ReadyTask[]>();
	for (const task of tasks.filter(isReady)) {
		const { access, values } = task.order;
		const key = JSON.stringify([access.credential, values.options]);
		groups.set(key, [...(groups.get(key) ?? []), task]);
	}
	const gathered = [...groups.values()].map((ready): Task => {
		const { access } = ready[0].order;
		const values = gather(ready.map(({ order }) => order.values));
		return {
			items: ready.flatMap(({ items }) => items),
			subject: {},
			name: '',
			order: { values, request: request(values), access },
		};
	});
	return [...gathered, ...tasks.filter(({ order }) => !order)];
}
