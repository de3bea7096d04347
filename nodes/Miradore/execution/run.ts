import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { connect } from '../transport/connection';
import { describeFailure, toNodeError } from './failure';
import { refuseTooMany, showDryRuns } from './beforehand';
import { Memory } from './memory';
import type { Operation } from './operation';
import { reportStop } from './report';
import { readRequestSettings } from './settings';
import { tellWhenStopped } from './stopped';
import { noteAnswer, optionsOf, readTasks, toExecutionData, type Task } from './task';
import { createThrottle } from './throttle';
import { carryOut, type RunState } from './worker';

/**
 * Carries an operation out for every input item and gives the items that the answers make, in input
 * order and linked to their input items.
 *
 * All parameters are checked before the first request. When one item fails nothing new is sent and
 * the run stops, unless the node's setting 'On Error' is to continue.
 *
 * @throws NodeOperationError or NodeApiError for the first failure; for commands its description
 * tells what was sent and what was not.
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const tasks = readTasks(context, operation);
	const goesOn = context.continueOnFail();
	const cancelled = context.getExecutionCancelSignal();
	const ending = new AbortController();
	const over = AbortSignal.any([ending.signal, ...(cancelled ? [cancelled] : [])]);

	const hints = new Set<string>();
	const connection = await openSite(context, tasks);
	if (connection) {
		const memory = operation.effect === 'command' ? new Memory(context) : undefined;
		const settle: RunState['settle'] = (task, answer) => {
			noteAnswer(task, operation, answer, (text) => hints.add(text));
			memory?.remember(task);
			if (!goesOn && task.failure) ending.abort();
		};
		const underWay = new Set<Task>();
		const state = { ...connection, operation, over, underWay, settle };
		const isDone = memory && tellWhenStopped(context, tasks, underWay);
		const newTasks = tasks.filter((task) => !task.results && !memory?.recall(task));
		if (!goesOn && tasks.some(({ failure }) => failure)) ending.abort();
		await Promise.all(newTasks.map((task) => carryOut(task, state))).finally(() => {
			ending.abort();
			isDone?.();
		});
		if (!tasks.some(({ failure }) => failure)) memory?.forget();
	}

	throwIfOver(context, operation, tasks, cancelled?.aborted ?? false);
	context.addExecutionHints(...[...hints].map((message) => ({ message })));
	return tasks.flatMap(toExecutionData);
}

/**
 * Undefined where nothing can be sent: no item is fit for it, or the credential can't be used. The
 * latter is a failure of every item, of which a run that stops sees the first.
 */
async function openSite(
	context: IExecuteFunctions,
	tasks: Task[],
): Promise<Pick<RunState, 'send' | 'throttle' | 'maxRetries'> | undefined> {
	const ready = tasks.filter(({ order }) => order);
	if (ready.length === 0) return undefined;
	try {
		const { maxParallelRequests, maxRetries, timeout } = readRequestSettings(optionsOf(ready[0]));
		refuseTooMany(ready);
		await showDryRuns(context, ready);
		const send = await connect(context, timeout);
		return { send, throttle: createThrottle(maxParallelRequests), maxRetries };
	} catch (error) {
		const affected = context.continueOnFail() ? ready : ready.slice(0, 1);
		for (const task of affected) task.failure = describeFailure(error, task.name);
		return undefined;
	}
}

function throwIfOver(
	context: IExecuteFunctions,
	{ effect }: Operation,
	tasks: Task[],
	isCancelled: boolean,
): void {
	const report = effect === 'command' ? reportStop(tasks) : '';
	const failed = context.continueOnFail() ? undefined : tasks.find(({ failure }) => failure);
	if (failed?.failure) {
		throw toNodeError(context.getNode(), failed.failure, failed.items[0], report);
	}
	if (isCancelled) {
		throw new NodeOperationError(context.getNode(), 'The execution was stopped', {
			description: report,
		});
	}
}
