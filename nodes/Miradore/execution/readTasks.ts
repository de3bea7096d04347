import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../transport/connection';
import { createConnector } from '../transport/credential';
import { shorten } from '../values/entered';
import { Clue } from './directory';
import { describeFailure } from './failure';
import { readField, valueOf, type Field, type Surroundings } from './field';
import { gatherTasks } from './gather';
import type { Fields, Operation, Values } from './operation';
import { toDraft } from './resolve';
import type { Task } from './task';

/** Reads and checks the credential and the parameters of all input items; nothing is sent. */
export async function readTasks(context: IExecuteFunctions, operation: Operation): Promise<Task[]> {
	const connectionOf = createConnector(context);
	const readAll = createReader(context, operation);
	const tasks: Task[] = [];
	for (let index = 0; index < context.getInputData().length; index++) {
		try {
			const connection = await connectionOf(index);
			tasks.push({ items: [index], ...prepare(operation, readAll(index, connection), connection) });
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
	connection: Connection,
): Omit<Task, 'items'> {
	const draft = toDraft(operation, values, connection);
	const named = identify(operation, values);
	if (draft) return { ...named, draft };
	return { ...named, order: { values, request: operation.request(values), connection } };
}

/** A parameter without an expression is the same for all items of a site and read once. */
function createReader(
	context: IExecuteFunctions,
	operation: Operation,
): (itemIndex: number, connection: Connection) => Values<Fields> {
	const timeZone = context.getTimezone();
	const { parameters } = context.getNode();
	const readers = Object.entries(operation.fields).map(([name, field]) => {
		const read = createValueReader(context, name, field, parameters[name]);
		return { name, field, read: hasExpression(parameters[name]) ? read : onceASite(read) };
	});
	return (itemIndex, connection) => {
		const surroundings = { timeZone, site: connection.site };
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
