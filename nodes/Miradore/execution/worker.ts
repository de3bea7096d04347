import type { Send } from '../transport/connection';
import type { ApiFailure } from '../transport/apiFailure';
import type { LookAfter, Operation } from './operation';
import { sendOneBy, sendPatiently, type Answer, type Sender } from './sender';
import type { Task } from './task';

/** What the tasks of a run share. */
export interface RunState extends Sender {
	operation: Operation;
	/** The tasks whose command has gone out without an answer. */
	underWay: Set<Task>;
	/** Notes in the task what became of it, and stops the run where that is to be. */
	settle(task: Task, answer: Answer | { skipped: string }): void;
}

/** Sends a task's request, or all that it takes, and settles the task, unless the run is over before. */
export async function carryOut(task: Task, state: RunState): Promise<void> {
	const { order } = task;
	if (!order) return;
	if (!(await mayGoOut(task, state))) return;
	const { collect, followUp } = state.operation;
	const sendOne = sendOneBy(state);
	if (collect) {
		const answer = await collect(sendOne, order.request, order.values).then(
			(body) => ({ body }),
			asFailure,
		);
		if (!state.over.aborted) state.settle(task, answer);
		return;
	}
	const sender = { ...state, send: noting(task, state) };
	const send = () => sendPatiently(order.request, sender, (answer) => state.settle(task, answer));
	const lookBefore = followUp?.(sendOne, order.values);
	if (lookBefore) await sendFollowed(task, state, lookBefore, send);
	else await send();
}

/** Asks whether the command is meant for its device; settles the task where it isn't. */
export async function mayGoOut(task: Task, state: RunState): Promise<boolean> {
	const { precondition } = state.operation;
	if (!precondition || !task.order) return true;
	const reason = await precondition(sendOneBy(state), task.order.values).catch(asFailure);
	if (reason === undefined) return true;
	const outcome = typeof reason === 'string' ? { skipped: reason } : reason;
	if (!state.over.aborted) state.settle(task, outcome);
	return false;
}

/** Sends, and notes meanwhile that the task's command is under way. */
function noting(task: Task, { send, underWay }: RunState): Send {
	return async (request) => {
		underWay.add(task);
		const answer = await send(request);
		underWay.delete(task);
		return answer;
	};
}

/** Looks, sends and looks again; the command doesn't wait behind the first looks of all others. */
async function sendFollowed(
	task: Task,
	{ over, throttle }: RunState,
	lookBefore: () => Promise<LookAfter>,
	send: () => Promise<unknown>,
): Promise<void> {
	const lookAfter = await throttle.inSequence(async () => {
		const look = await lookBefore();
		await send();
		return look;
	});
	if (task.results) Object.assign(task.results[0], await lookAfter(over));
}

function asFailure(failure: ApiFailure): ApiFailure {
	return failure;
}
