import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createAccessReader, type Access } from '../transport/credential';
import { shorten } from '../values/entered';
import { groupBy } from '../values/groupBy';
import { Clue } from './directory';
import { describeFailure } from './failure';
import { readField, valueOf, type Field, type Surroundings } from './field';
import type { Fields, Operation, Values } from './operation';
import { toDraft } from './resolve';
import { isReady, type Task } from './task';

/** Reads and checks the credential and the parameters of all input items; nothing is sent. */
export async function readTasks(context: IExecuteFunctions, operation: Operation): Promise<Task[]> {
	const readAccess = createAccessReader(context);
	const readAll = createReader(context, operation);
	const tasks: Task[] = [];
	for (let index = 0; index < context.getInputData().length; index++) {
		try {
			const access = await readAccess(index);
			tasks.push({ items: [index], ...prepare(operation, readAll(index, access), access) });
		} catch (error) {
			tasks.push({ items: [index], subject: {}, name: '', failure: describeFailure(error) });
		}
	}
	return gatherTasks(tasks, operation);
}

/** The order that the values make, or where its thing has to be looked up the draft of one. */
function prepare(
	operation: Operation,
	values: Values<Fields>,
	access: Access,
): Omit<Task, 'items'> {
	const draft = toDraft(operation, values, access);
	const named = identify(operation, values);
	if (draft) return { ...named, draft };
	return { ...named, order: { values, request: operation.request(values), access } };
}

/** A parameter without an expression is the same for all items of a site and read once. */
function createReader(
	context: IExecuteFunctions,
	operation: Operation,
): (itemIndex: number, access: Access) => Values<Fields> {
	const timeZone = context.getTimezone();
	const { parameters } = context.getNode();
	const readers = Object.entries(operation.fields).map(([name, field]) => {
		const read = createValueReader(context, name, field, parameters[name]);
		return { name, field, read: hasExpression(parameters[name]) ? read : onceASite(read) };
	});
	return (itemIndex, access) => {
		const surroundings = { timeZone, site: access.site };
		const values: Values<Fields> = {};
		for (const { name, read } of readers) values[name] = read(itemIndex, surroundings);
		for (const { name, field } of readers) field.check?.(values[name], values);
		return values;
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
		const value = values[name];
		if (!identifies || value === undefined) continue;
		if (value instanceof Clue) {
			names.push(value.text);
			continue;
		}
		subject[name] = value as IDataObject[string];
		names.push(`${property.displayName} ${shorten(String(value))}`);
	}
	return { subject, name: names.join(', ') };
}

/**
 * Makes one task of all that can be carried out, where the operation takes all items at once: one for
 * each site, and for each set of options, for some may only be shown.
 */
export function gatherTasks(tasks: Task[], { gather, request }: Operation): Task[] {
	if (!gather) return tasks;
	const groups = groupBy(tasks.filter(isReady), ({ order: { access, values } }) =>
		JSON.stringify([access.credential, values.options]),
	);
	const gathered = groups.map((ready): Task => {
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
