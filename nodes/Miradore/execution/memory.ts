import type { IExecuteFunctions } from 'n8n-workflow';
import { describeRequest, isHeldBack, type Order, type Task } from './task';

/** A command that must not be sent again. */
interface Entry extends Pick<Task, 'results' | 'failure'> {
	/** What was sent; see {@link describeRequest}. */
	request: string;
	/** The execution in which it was. */
	execution: string;
}

type Entries = Record<string, Entry>;

/** The part of the execution's data that n8n keeps for the node. It holds no key. */
interface Kept {
	/** By run index and item index. */
	runs?: Record<string, Entries>;
	/** The calls of a tool, by request. */
	calls?: Entries;
	/** The devices that the node was about, for 'Maximum Devices'. */
	devices?: Record<string, true>;
}

/** n8n gives each try of a tool's call another run index, but the same item. */
const triesOfTools = new WeakMap<object, Entries>();

/**
 * Remembers commands, so that none is sent again by n8n's 'Retry On Fail' or its Retry of an execution.
 *
 * Within an execution an item's command counts as carried out, whatever its body has become since. In
 * another execution the workflow may have been changed: there the whole request has to be the same.
 */
export class Memory {
	/** Whether n8n kept nothing at all of an earlier try of this node. */
	readonly isNew: boolean;

	private readonly kept: Kept;

	private readonly runIndex: string;

	private readonly isTool: boolean;

	private readonly entries: Entries;

	private readonly execution: string;

	constructor(context: IExecuteFunctions) {
		this.kept = context.getContext('node') as Kept;
		this.isNew = Object.keys(this.kept).length === 0;
		this.execution = context.getExecutionId();
		this.runIndex = String(context.getWorkflowDataProxy(0).$runIndex);
		// Versions of n8n before 1.7x don't have it.
		this.isTool = (context as Partial<IExecuteFunctions>).isToolExecution?.() ?? false;
		this.entries = this.isTool
			? entriesOfTool(context.getInputData()[0].json)
			: entriesOfRun(this.kept, this.runIndex);
	}

	/** The devices that the node was about in this execution, to be added to. */
	get devices(): Record<string, true> {
		return (this.kept.devices ??= {});
	}

	/** Fills a task that was settled in an earlier try; whether it was. */
	recall(task: Task): boolean {
		const entry = task.order && this.find(task.items[0], task.order);
		if (!entry) return false;
		entry.execution = this.execution;
		Object.assign(task, { results: entry.results, failure: entry.failure, isRecalled: true });
		return true;
	}

	private find(item: number, order: Order): Entry | undefined {
		const request = describeRequest(order);
		const entry = this.entries[item] as Entry | undefined;
		if (entry?.execution === this.execution || entry?.request === request) return entry;
		const call = this.isTool ? this.kept.calls?.[request] : undefined;
		return call && call.execution !== this.execution ? call : undefined;
	}

	/** Keeps a task that must not be sent again: it was carried out, or that isn't known. */
	remember(task: Task): void {
		const { items, order, results, failure } = task;
		if (!order || !(results ?? failure?.isOpen) || isHeldBack(task)) return;
		const request = describeRequest(order);
		const entry = { request, execution: this.execution, results, failure };
		this.entries[items[0]] = entry;
		if (this.isTool) (this.kept.calls ??= {})[request] = entry;
	}

	/** For a run without a failure: n8n will not try it again. */
	forget(): void {
		if (!this.isTool) delete this.kept.runs?.[this.runIndex];
	}
}

function entriesOfTool(item: object): Entries {
	const entries = triesOfTools.get(item) ?? {};
	triesOfTools.set(item, entries);
	return entries;
}

/** Only the current run can be tried again, so the others are forgotten. */
function entriesOfRun(kept: Kept, runIndex: string): Entries {
	kept.runs = { [runIndex]: kept.runs?.[runIndex] ?? {} };
	return kept.runs[runIndex];
}
