import type { IExecuteFunctions } from 'n8n-workflow';
import type { ApiRequest } from '../transport/request';
import type { Task } from './task';

interface Entry extends Pick<Task, 'results' | 'failure'> {
	/** Tells a command from another one that the same item may ask for in a changed workflow. */
	request: string;
}

/**
 * Remembers the commands of a run through the tries of n8n's 'Retry On Fail', which starts the whole
 * node again: by run index and item index, in the part of the execution's data that n8n keeps for the
 * node. It holds what the output items hold, and no key.
 */
export class Memory {
	private readonly entries: Record<string, Entry>;

	private readonly forgetAll: () => void;

	constructor(context: IExecuteFunctions) {
		const runIndex = String(context.getWorkflowDataProxy(0).$runIndex);
		const runs = context.getContext('node') as Record<string, Record<string, Entry>>;
		// Only the current run can be tried again.
		for (const run of Object.keys(runs)) if (run !== runIndex) delete runs[run];
		this.entries = runs[runIndex] ??= {};
		this.forgetAll = () => delete runs[runIndex];
	}

	/** Fills a task that was settled in an earlier try; whether it was. */
	recall(task: Task): boolean {
		const entry = this.entries[task.items[0]];
		if (!task.order || entry?.request !== describe(task.order.request)) return false;
		task.results = entry.results;
		task.failure = entry.failure;
		return true;
	}

	/** Keeps a task that must not be sent again: it was carried out, or that isn't known. */
	remember({ items, order, results, failure }: Task): void {
		if (!order || !(results ?? failure?.isOpen)) return;
		this.entries[items[0]] = { request: describe(order.request), results, failure };
	}

	/** For a run without a failure: n8n will not try it again. */
	forget(): void {
		this.forgetAll();
	}
}

function describe({ method, path, body }: ApiRequest): string {
	return [method, path, ...(body ? [JSON.stringify(body)] : [])].join(' ');
}
