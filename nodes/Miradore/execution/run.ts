import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Connection } from '../transport/connection';
import { refuseTooMany, showDryRuns } from './beforehand';
import { throwIfOver } from './ending';
import { describeFailure } from './failure';
import { createGuarding } from './guarding';
import { Memory } from './memory';
import type { Operation } from './operation';
import { carryOutAll } from './carryOutAll';
import { toOutput } from './output';
import { readTasks } from './readTasks';
import { createLookUpsFor, nameSites, resolve } from './resolve';
import { sendOneBy, type Sender } from './sender';
import { settingsOf } from './requestSettings';
import { tellWhenStopped } from './stopped';
import { isReady, noteAnswer, optionsOf, type Task } from './task';
import { createThrottle } from './throttle';
import type { RunState } from './worker';

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
	const endAfterFailure = () => {
		if (!goesOn && tasks.some(({ failure }) => failure)) ending.abort();
	};
	endAfterFailure();

	const hints = new Set<string>();
	const warnings: string[] = [];
	const memory = new Memory(context);
	const commands = operation.effect === 'command' ? memory : undefined;
	const open = createOpener(tasks);
	const lookUps = createLookUpsFor(operation, tasks, (connection) =>
		sendOneBy({ ...open(connection), over }),
	);
	if (!over.aborted) await resolve(operation, tasks, lookUps, memory);
	nameSites(tasks);
	endAfterFailure();

	const ready = tasks.filter(isReady);
	const guarding = createGuarding(operation, lookUps);
	const note: RunState['settle'] = (task, answer) =>
		noteAnswer(task, operation, answer, (text) => hints.add(text));
	if (mayBegin(context, ready, commands)) {
		const dry = ready.filter((task) => optionsOf(task).dryRun);
		if (!over.aborted) await showDryRuns(dry, { guarding, over, settle: note });
		endAfterFailure();
		const settle: RunState['settle'] = (task, answer) => {
			note(task, answer);
			commands?.remember(task);
			if (!goesOn && task.failure) ending.abort();
		};
		const underWay = new Set<Task>();
		const isDone = commands && tellWhenStopped(context, tasks, underWay);
		const shared = { ...{ operation, over, settle, underWay }, memory: commands };
		try {
			const toBeSent = ready.filter((task) => !optionsOf(task).dryRun);
			await carryOutAll(toBeSent, { ...shared, guarding }, open);
		} finally {
			ending.abort();
			isDone?.();
		}
		if (commands?.isNew) warnings.push(nothingKept);
	}
	if (!tasks.some(({ failure }) => failure)) memory.forget();

	throwIfOver(context, operation, tasks, cancelled?.aborted ?? false, warnings);
	const items = await toOutput(context, operation, tasks, (text) => hints.add(text));
	context.addExecutionHints(...[...hints, ...warnings].map((message) => ({ message })));
	return items;
}

const nothingKept =
	"n8n has kept nothing of what this node did before this retry. If n8n crashed in the execution that was retried, some devices may have got the command twice: look into the action log in Miradore's console.";

/** Whether there is anything to do; a limit that is exceeded is a failure of every item. */
function mayBegin(context: IExecuteFunctions, ready: Task[], memory: Memory | undefined): boolean {
	try {
		if (memory) refuseTooMany(ready, memory);
		return ready.length > 0;
	} catch (error) {
		const affected = context.continueOnFail() ? ready : ready.slice(0, 1);
		for (const task of affected) task.failure = describeFailure(error, task.name);
		return false;
	}
}

/** All connections share the settings of the first item that can be read, and a throttle. */
function createOpener(tasks: Task[]) {
	const first = tasks.find(({ order, draft }) => order ?? draft);
	const { maxParallelRequests, maxRetries, timeout } = settingsOf(first ? optionsOf(first) : {});
	const throttle = createThrottle(maxParallelRequests);
	return ({ site, send }: Connection): Omit<Sender, 'over'> => ({
		...{ site, throttle, maxRetries },
		send: (request) => send(request, timeout),
	});
}
