import type { Answer } from '../transport/connection';
import type { ApiFailure } from '../transport/apiFailure';
import type { Guarding } from './guarding';
import type { LookAfter, Operation } from './operation';
import { sendOneBy, sendPatiently, type Sender } from './sender';
import type { ReadyTask, Task } from './task';

/** What the tasks of a run share. */
export interface RunState extends Sender {
	operation: Operation;
	guarding: Guarding;
	/** The tasks that have yet to be carried out. */
	waiting: Set<ReadyTask>;
	/** The tasks whose command has gone out without an answer. */
	underWay: Set<Task>;
	/** Notes in the task what became of it, and stops the run where that is to be. */
	settle(task: Task, answer: Answer | { skipped: string }): void;
}

/** Sends a task's request, or all that it takes, and settles the task, unless the run is over before. */
export async function carryOut(task: ReadyTask, state: RunState): Promise<void> {
	const { order } = task;
	const { guarding, over, throttle } = state;
	const { collect, followUp } = state.operation;
	if (collect) {
		const answer = await collect(sendOneBy(state), order.request, order.values).then(
			(body) => ({ body }),
			asFailure,
		);
		if (!over.aborted) state.settle(task, answer);
		return;
	}
	const lookBefore = followUp?.(sendOneBy(state), order.values);
	const steps = () => sendWhenMeant(task, state, lookBefore);
	// Its command doesn't wait behind the first looks of all others, which would be old by then.
	const isInSequence = guarding.isGuarded(task) || lookBefore !== undefined;
	const lookAfter = await (isInSequence ? throttle.inSequence(steps) : steps());
	if (lookAfter && task.results) Object.assign(task.results[0], await lookAfter(over));
}

/** Looks, sends, and begins again where what was found out has become too old to send. */
async function sendWhenMeant(
	task: ReadyTask,
	state: RunState,
	lookBefore: (() => Promise<LookAfter>) | undefined,
): Promise<LookAfter | undefined> {
	const { guarding, over, waiting } = state;
	const sender = { ...state, send: noting(task, state), mayGo: () => guarding.isFresh(task) };
	const isSettled = () => task.results !== undefined || task.failure !== undefined;
	const patience = { repetitions: 0, waitedMs: 0 };
	const onAnswer = (answer: Answer) => state.settle(task, answer);
	let lookAfter: LookAfter | undefined;
	waiting.delete(task);
	while (!isSettled() && !over.aborted) {
		if (!(await mayGoOut(task, state))) return undefined;
		lookAfter = await lookBefore?.();
		await sendPatiently(task.order.request, sender, onAnswer, patience);
	}
	return lookAfter;
}

/** Finds out whether the command is meant for its device; settles the task where it isn't. */
export async function mayGoOut(
	task: ReadyTask,
	state: Pick<RunState, 'guarding' | 'over' | 'settle' | 'waiting'>,
): Promise<boolean> {
	const reason = await state.guarding.findMismatch(task, () => [...state.waiting]).catch(asFailure);
	if (reason === undefined) return true;
	const outcome = typeof reason === 'string' ? { skipped: reason } : reason;
	if (!state.over.aborted) state.settle(task, outcome);
	return false;
}

/** Sends, and notes meanwhile that the task's command is under way. */
function noting(task: Task, { send, underWay }: RunState): Sender['send'] {
	return async (request) => {
		underWay.add(task);
		const answer = await send(request);
		underWay.delete(task);
		return answer;
	};
}

function asFailure(failure: ApiFailure): ApiFailure {
	return failure;
}
