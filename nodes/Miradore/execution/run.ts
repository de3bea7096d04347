import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { connect, type Send } from '../transport/connection';
import type { Access } from '../transport/credential';
import { refuseTooMany, showDryRuns } from './beforehand';
import { groupEqual, type Equals } from './equal';
import { throwIfOver } from './ending';
import { describeFailure } from './failure';
import { Memory } from './memory';
import type { Operation } from './operation';
import { toOutput } from './output';
import { readTasks } from './readTasks';
import { settingsOf } from './settings';
import { tellWhenStopped } from './stopped';
import {
	isHeldBack,
	noteAnswer,
	optionsOf,
	shareOutcome,
	isReady,
	type ReadyTask,
	type Task,
} from './task';
import { createThrottle } from './throttle';
import { carryOut, mayGoOut, type RunState } from './worker';

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
	const tasks = await readTasks(context, operation);
	const goesOn = context.continueOnFail();
	const cancelled = context.getExecutionCancelSignal();
	const ending = new AbortController();
	const over = AbortSignal.any([ending.signal, ...(cancelled ? [cancelled] : [])]);
	if (!goesOn && tasks.some(({ failure }) => failure)) ending.abort();

	const hints = new Set<string>();
	const memory = operation.effect === 'command' ? new Memory(context) : undefined;
	const ready = tasks.filter(isReady);
	if (prepare(context, ready, memory)) {
		const settle: RunState['settle'] = (task, answer) => {
			noteAnswer(task, operation, answer, (text) => hints.add(text));
			memory?.remember(task);
			if (!goesOn && task.failure) ending.abort();
		};
		const underWay = new Set<Task>();
		const open = createOpener(context, ready);
		const stateOf = ({ order }: ReadyTask): RunState => ({
			...open(order.access),
			...{ operation, over, underWay, settle },
		});
		const pending = ready.filter(({ results }) => !results);
		for (const task of pending) memory?.recall(task);
		const groups = groupEqual(pending, operation);
		const isDone = memory && tellWhenStopped(context, tasks, underWay);
		await Promise.all(groups.map((same) => carryOutOnce(same, stateOf, memory))).finally(() => {
			ending.abort();
			isDone?.();
		});
		if (memory?.isNew && context.getMode() === 'retry') hints.add(nothingKept);
	}
	if (!tasks.some(({ failure }) => failure)) memory?.forget();

	throwIfOver(context, operation, tasks, cancelled?.aborted ?? false);
	const items = await toOutput(context, operation, tasks, (text) => hints.add(text));
	context.addExecutionHints(...[...hints].map((message) => ({ message })));
	return items;
}

const nothingKept =
	"n8n has kept nothing of what this node did before this retry. If n8n crashed in the execution that was retried, some devices may have got the command twice: look into the action log in Miradore's console.";

/** Whether anything is to be sent; a limit that is exceeded is a failure of every item. */
function prepare(context: IExecuteFunctions, ready: Task[], memory: Memory | undefined): boolean {
	try {
		if (memory) refuseTooMany(ready, memory);
		showDryRuns(ready);
		return ready.length > 0;
	} catch (error) {
		const affected = context.continueOnFail() ? ready : ready.slice(0, 1);
		for (const task of affected) task.failure = describeFailure(error, task.name);
		return false;
	}
}

/** Connects to each site once; all share the settings of the first item, and its throttle. */
function createOpener(context: IExecuteFunctions, [first]: Task[]) {
	const { maxParallelRequests, maxRetries, timeout } = settingsOf(optionsOf(first));
	const throttle = createThrottle(maxParallelRequests);
	const connections = new Map<Access, Send>();
	return (access: Access) => {
		const send = connections.get(access) ?? connect(context, timeout, access);
		connections.set(access, send);
		return { send, throttle, maxRetries };
	};
}

/** Sends what is equal once, and gives each input item what became of it. */
async function carryOutOnce(
	same: Equals[],
	stateOf: (task: ReadyTask) => RunState,
	memory: Memory | undefined,
): Promise<void> {
	let sent: Task | undefined = same.flat().find(({ isRecalled }) => isRecalled);
	for (const equals of same) {
		const [task, ...others] = equals.filter(({ isRecalled }) => !isRecalled);
		if (!(task as Task | undefined)) continue;
		const state = stateOf(task);
		if (!sent) await carryOut(task, state);
		else if (await mayGoOut(task, state)) {
			shareOutcome(sent, task);
			memory?.remember(task);
		}
		if ((task.results && !isHeldBack(task)) || task.failure?.isOpen) sent = task;
		for (const other of others) {
			shareOutcome(task, other);
			memory?.remember(other);
		}
	}
}
