import type { Send } from '../transport/connection';
import { ApiFailure } from '../transport/failure';
import type { Operation } from './operation';
import { decide, waitBefore, waitUnless, type Patience } from './retry';
import type { Task } from './task';
import type { Throttle } from './throttle';

/** What the tasks of a run share. */
export interface RunState {
	effect: Operation['effect'];
	send: Send;
	throttle: Throttle;
	maxRetries: number;
	/** Whether the run has stopped: then nothing is sent or waited for any more. */
	isOver(): boolean;
	/** Notes in the task what became of it, and stops the run where that is to be. */
	settle(task: Task, answer: { body: unknown } | ApiFailure): void;
}

/**
 * Sends a task's request, again where that may help, until it is settled or the run is over. It holds
 * a place among the parallel requests from before a request is sent until it is settled, so that
 * nothing new starts after a failure that stops the run; it holds none while it waits to repeat.
 */
export async function carryOut(task: Task, state: RunState): Promise<void> {
	const patience: Patience = { repetitions: 0, waitedMs: 0 };
	for (;;) {
		const wait = await state.throttle.run(() => attempt(task, state, patience));
		if (wait === undefined) return;
		patience.repetitions += 1;
		patience.waitedMs += wait;
		await waitUnless(state.isOver, wait);
	}
}

/** Gives the milliseconds to wait before the next attempt; undefined where there is to be none. */
async function attempt(
	task: Task,
	{ effect, send, throttle, maxRetries, isOver, settle }: RunState,
	patience: Patience,
): Promise<number | undefined> {
	await waitUnless(isOver, throttle.pause());
	if (isOver() || !task.order) return undefined;
	const answer = await send(task.order.request);
	if (!(answer instanceof ApiFailure)) {
		throttle.accepted();
		settle(task, answer);
		return undefined;
	}
	if (answer.httpCode === 429) throttle.refused(waitBefore(0, answer.retryAfterMs));
	const decision = decide(answer, effect, patience, maxRetries);
	if (typeof decision === 'number') return decision;
	settle(task, decision);
	return undefined;
}
