import { ApiFailure } from '../transport/failure';
import type { SendOne } from '../transport/pages';
import type { Operation } from './operation';
import { sendPatiently, type Answer, type Sender } from './sender';
import type { Task } from './task';

/** What the tasks of a run share. */
export interface RunState extends Sender {
	operation: Operation;
	/** Notes in the task what became of it, and stops the run where that is to be. */
	settle(task: Task, answer: Answer): void;
}

/** Sends a task's request, or all that it takes, and settles the task, unless the run is over before. */
export async function carryOut(task: Task, state: RunState): Promise<void> {
	const { order } = task;
	if (!order) return;
	const { collect } = state.operation;
	if (!collect) {
		await sendPatiently(order.request, state, (answer) => state.settle(task, answer));
		return;
	}
	const answer = await collect(sendOneBy(state), order.request, order.values).then(
		(body) => ({ body }),
		(failure: ApiFailure) => failure,
	);
	if (!state.isOver()) state.settle(task, answer);
}

/** Sends a request patiently and gives the body of its answer, or throws the failure that stands. */
export function sendOneBy(sender: Sender): SendOne {
	return async (request) => {
		const answer = await sendPatiently(request, sender);
		if (answer && 'body' in answer) return answer.body;
		throw answer ?? new ApiFailure('The run was stopped', '');
	};
}
