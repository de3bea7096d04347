import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readRequestSettings } from '../fields/options';
import { connect, type Send } from '../transport/connection';
import { describeFailure, toFailedItem, toNodeError, type Failure } from './failure';
import type { AddHint, Operation } from './operation';
import { reportStop } from './report';
import { nameOf, readTask, subjectOf, type Task } from './task';

/** One input item on its way through a run. */
interface Entry {
	itemIndex: number;
	/** Absent where the item's parameters can't be used. */
	task?: Task;
	/** What the answer makes, once the task was carried out. */
	results?: IDataObject[];
	failure?: Failure;
}

/**
 * Carries an operation out for every input item and gives the items that the answers make, in input
 * order and linked to their input items.
 *
 * All parameters are checked before the first request. When one item fails the run stops, unless
 * the node's setting 'On Error' is to continue.
 *
 * @throws NodeOperationError or NodeApiError for the first failure; for commands its description
 * tells what was sent and what was not.
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const entries = context
		.getInputData()
		.map((_, itemIndex) => readEntry(context, operation, itemIndex));
	const stopIfFailed = ({ failure, itemIndex }: Entry) => {
		if (!failure || context.continueOnFail()) return;
		const report = operation.effect === 'command' ? reportEntries(operation, entries) : '';
		throw toNodeError(context.getNode(), failure, itemIndex, report);
	};
	entries.forEach(stopIfFailed);

	const hints = new Set<string>();
	const addHint: AddHint = (text) => hints.add(text);
	const connection = openConnection(context, entries);
	for (const entry of entries) {
		await carryOut(connection, operation, entry, addHint);
		stopIfFailed(entry);
	}
	context.addExecutionHints(...[...hints].map((message) => ({ message })));
	return entries.flatMap((entry) => toExecutionData(operation, entry));
}

function readEntry(context: IExecuteFunctions, operation: Operation, itemIndex: number): Entry {
	try {
		return { itemIndex, task: readTask(context, operation, itemIndex) };
	} catch (error) {
		return { itemIndex, failure: describeFailure(error, '') };
	}
}

/** Undefined where no item can be sent; rejects where the credential can't be used. */
async function openConnection(
	context: IExecuteFunctions,
	entries: Entry[],
): Promise<Send | undefined> {
	const first = entries.find(({ task }) => task)?.task;
	if (!first) return undefined;
	const { timeout } = readRequestSettings(first.values.options as IDataObject);
	return connect(context, timeout);
}

async function carryOut(
	connection: Promise<Send | undefined>,
	operation: Operation,
	entry: Entry,
	addHint: AddHint,
): Promise<void> {
	const { task } = entry;
	if (!task) return;
	try {
		const send = await connection;
		const body = await send?.(task.request);
		entry.results = operation.toItems
			? operation.toItems(body, task.values, addHint)
			: [confirm(operation, task, body)];
	} catch (error) {
		entry.failure = describeFailure(error, nameOf(operation, task));
	}
}

/** The item of a command that Miradore accepted: it is queued there, and carried out later. */
function confirm(operation: Operation, task: Task, body: unknown): IDataObject {
	const confirmation = { success: true, ...subjectOf(operation, task) };
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return { ...confirmation, ...(isObject ? body : {}), ...confirmation };
}

function toExecutionData(operation: Operation, entry: Entry): INodeExecutionData[] {
	const { failure, itemIndex, results = [], task } = entry;
	if (failure) return [toFailedItem(failure, itemIndex, task ? subjectOf(operation, task) : {})];
	return results.map((json) => ({ json, pairedItem: { item: itemIndex } }));
}

function reportEntries(operation: Operation, entries: Entry[]): string {
	const named = (group: Entry[]) =>
		group.map(({ itemIndex, task }) => (task ? nameOf(operation, task) : `item ${itemIndex}`));
	return reportStop({
		carriedOut: named(entries.filter(({ results }) => results)),
		failed: named(entries.filter(({ failure }) => failure)),
		notSent: named(entries.filter(({ results, failure }) => !results && !failure)),
	});
}
