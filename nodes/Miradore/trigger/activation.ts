import type { IPollFunctions } from 'n8n-workflow';

/** What n8n gives all other polls, in milliseconds; versions before 2.37 don't say it. */
export const defaultBudgetMs = 300_000;

/** Where a context keeps when its first poll began: as it does for another version of this package, which n8n may load. */
const firstPoll: unique symbol = Symbol.for('n8n-nodes-miradore.firstPoll');
/** Milliseconds by a clock that is never set back. */
type Begun = IPollFunctions & { [firstPoll]?: number };
/** The same of the latest context that n8n made for an activation, by workflow and node. */
const latest = new Map<string, number>();

/**
 * Takes note that a poll begins. n8n makes a context when it activates a workflow, polls with it at once
 * and then at the times of 'Poll Times', always with the activation's mode. The durable scheduler of
 * n8n 2 makes another for each later poll, with the mode `update`.
 *
 * @returns whether it is the first poll by this context
 */
export function beginPoll(context: IPollFunctions): boolean {
	if ((context as Begun)[firstPoll] !== undefined) return false;
	const now = performance.now();
	Object.assign(context, { [firstPoll]: now });
	if (!worksOnCopy(context)) latest.set(keyOf(context), now);
	return true;
}

/**
 * Whether n8n has activated the workflow again since, so that what the poll finds doesn't count. n8n 2
 * drops it anyway, n8n 1 doesn't.
 */
export function isOvertaken(context: IPollFunctions): boolean {
	return ((context as Begun)[firstPoll] ?? Infinity) < (latest.get(keyOf(context)) ?? 0);
}

/**
 * Whether it is a poll of the durable scheduler, which gives each a copy of the state. Such a poll is known
 * by the time that it has.
 */
export function worksOnCopy(context: Partial<IPollFunctions>): boolean {
	return (context.getPollBudgetMs?.() ?? defaultBudgetMs) < defaultBudgetMs;
}

/** Tells the trigger from all others. */
export function keyOf(context: IPollFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}
