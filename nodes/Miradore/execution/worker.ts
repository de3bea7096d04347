import type { Send } from '../transport/connection';
import { ApiFailure } from '../transport/failure';
import type { ApiRequest } from '../transport/request';
import type { Operation } from './operation';
import { decide, waitBefore, waitUnless, type Patience } from './retry';
import type { Task } from './task';
import type { Throttle } from './throttle';

type Answer = { body: unknown } | ApiFailure;

/** What the tasks of a run share. */
export interface RunState {
	operation: Operation;
	send: Send;
	throttle: Throttle;
	maxRetries: number;
	/** Whether the run has stopped: then nothing is sent or waited for any more. */
	isOver(): boolean;
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
	const send = async (request: ApiRequest) => {
		const answer = await sendPatiently(request, state);
		if (answer && 'body' in answer) return answer.body;
		throw answer ?? new ApiFailure('The run was stopped', '');
	};
	const answer = await collect(send, order.request, order.values).then(
		(body) => ({ body }),
		(failure: ApiFailure) => failure,
	);
	if (!state.isOver()) state.settle(task, answer);
}

/**
 * Sends a request, again where that may help, until an answer stands; undefined when the run is over.
 * The request holds a place among the parallel ones until `onAnswer` has returned, so that nothing new
 * starts after a failure that stops the run; it holds none while it waits to be repeated.
 */
async function sendPatiently(
	request: ApiRequest,
	state: RunState,
	onAnswer: (answer: Answer) => void = () => undefined,
): Promise<Answer | undefined> {
	const patience: Patience = { repetitions: 0, waitedMs: 0 };
	for (;;) {
		const answer = await state.throttle.run(async () => {
			const attempted = await attempt(request, state, patience);
			if (attempted && typeof attempted !== 'number') onAnswer(attempted);
			return attempted;
		});
		if (typeof answer !== 'number') return answer;
		patience.repetitions += 1;
		patience.waitedMs += answer;
		await waitUnless(state.isOver, answer);
	}
}

/** Gives the answer that stands, or the milliseconds to wait before the next attempt. */
async function attempt(
	request: ApiRequest,
	{ operation, send, throttle, maxRetries, isOver }: RunState,
	patience: Patience,
): Promise<Answer | number | undefined> {
	await waitUnless(isOver, throttle.pause());
	if (isOver()) return undefined;
	const answer = await send(request);
	if (!(answer instanceof ApiFailure)) {
		throttle.accepted();
		return answer;
	}
	if (answer.httpCode === 429) throttle.refused(waitBefore(0, answer.retryAfterMs));
	return decide(answer, operation.effect, patience, maxRetries);
}
