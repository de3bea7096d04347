import type { ApiFailure } from '../transport/failure';
import type { Operation } from './operation';
import { sendOneBy, sendPatiently, type Answer, type Sender } from './sender';
import type { Task } from './task';

/** What the tasks of a run share. */
export interface RunState extends Sender {
	operation: Operation;
	/** Notes in the task what became of it, and stops the run where that is to be. */
	settle(task: Task, answer: Answer | { skipped: string }): void;
}

/** Sends a task's request, or all that it takes, and settles the task, unless the run is over before. */
export async function carryOut(task: Task, state: RunState): Promise<void> {
	const { order } = task;
	if (!order) return;
	const { collect, precondition, followUp } = state.operation;
	const sendOne = sendOneBy(state);
	if (precondition) {
		const reason = await precondition(sendOne, order.values).catch(asFailure);
		if (reason !== undefined) {
			const outcome = typeof reason === 'string' ? { skipped: reason } : reason;
			if (!state.over.aborted) state.settle(task, outcome);
			return;
		}
	}
	if (collect) {
		const answer = await collect(sendOne, order.request, order.values).then(
			(body) => ({ body }),
			asFailure,
		);
		if (!state.over.aborted) state.settle(task, answer);
		return;
	}
	await sendPatiently(order.request, state, (answer) => state.settle(task, answer));
	if (followUp && task.results) {
		const [item] = task.results;
		Object.assign(item, await followUp(sendOne, order.values, state.over));
	}
}

function asFailure(failure: ApiFailure): ApiFailure {
	return failure;
}
