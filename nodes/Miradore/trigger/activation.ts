import type { IPollFunctions } from 'n8n-workflow';

/** Each context by which n8n has polled, with its place in the order of their first polls. */
const places = new WeakMap<IPollFunctions, number>();
/** The place of the latest, by workflow and node, where n8n doesn't look after that itself. */
const latest = new Map<string, number>();
let contexts = 0;

/**
 * Takes note that a poll begins. n8n makes a context when it activates a workflow, polls with it at once
 * and then at the times of 'Poll Times', always with the activation's mode. The durable scheduler of
 * n8n 2 makes another for each later poll, with the mode `update`.
 *
 * @returns whether a person has just published the workflow: then what was before starts nothing
 */
export function beginPoll(context: IPollFunctions): boolean {
	if (places.has(context)) return false;
	contexts += 1;
	places.set(context, contexts);
	// An n8n that has cursors drops what a poll finds once its workflow was activated again.
	if (!context.__commitCursor) latest.set(nameOf(context), contexts);
	return context.getActivationMode() === 'activate';
}

/** Whether n8n has activated the workflow again since, so that what the poll finds doesn't count. */
export function isOvertaken(context: IPollFunctions): boolean {
	return (places.get(context) ?? contexts) < (latest.get(nameOf(context)) ?? 0);
}

function nameOf(context: IPollFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}
