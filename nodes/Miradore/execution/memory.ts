import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';
import { entriesOfRun, isFirstOf, type Entries, type Entry, type Found, type Kept } from './kept';
import { describeRequest, type Order, type Task } from './task';

/** n8n gives each try of a tool's call another run index, but the same item. */
const triesOfTools = new WeakMap<object, { entries: Entries; ids: Found }>();

/**
 * Remembers commands, so that none is sent again by n8n's 'Retry On Fail' or its Retry of an execution.
 *
 * Within an execution an item's command counts as carried out, whatever its body has become since. In
 * another execution the workflow may have been changed: there the whole request has to be the same.
 */
export class Memory {
	/**
	 * Whether this is the first run of the node in n8n's Retry, and n8n kept nothing of an earlier try of
	 * it, as after a crash.
	 */
	readonly isNew: boolean;

	private readonly kept: Kept;

	private readonly runIndex: string;

	private readonly isTool: boolean;

	private readonly caller: string;

	private readonly item: object;

	private readonly execution: string;

	constructor(context: IExecuteFunctions) {
		this.kept = context.getContext('node') as Kept;
		this.execution = context.getExecutionId();
		this.runIndex = String(context.getWorkflowDataProxy(0).$runIndex);
		this.isTool = isTool(context);
		this.isNew =
			context.getMode() === 'retry' &&
			isFirstOf(this.kept, this.execution, this.isTool ? '' : this.runIndex);
		// A run that sends nothing has begun, too.
		if (!this.isTool) entriesOfRun(this.kept, this.runIndex);
		this.caller = (context as Inside).parentNode?.name ?? '';
		this.item = context.getInputData()[0]?.json ?? {};
	}

	private get entries(): Entries {
		return this.isTool ? triesOf(this.item).entries : entriesOfRun(this.kept, this.runIndex);
	}

	/** What earlier tries of this run have looked up, to be added to. */
	get found(): Found {
		if (this.isTool) return triesOf(this.item).ids;
		const run = `${this.execution} ${this.runIndex}`;
		if (this.kept.found?.run !== run) this.kept.found = { run, ids: {} };
		return this.kept.found.ids;
	}

	/** The devices that the node was about in this execution, to be added to. */
	get devices(): Record<string, true> {
		return (this.kept.devices ??= {});
	}

	/** Fills a task that was settled in an earlier try; whether it was. */
	recall(task: Task): boolean {
		const { items, order } = task;
		const entry = order && (this.find(items[0], order) ?? this.takeCall(order));
		if (!entry) return false;
		this.entries[items[0]] = entry;
		entry.execution = this.execution;
		Object.assign(task, { results: entry.results, failure: entry.failure, isRecalled: true });
		return true;
	}

	private find(item: number, order: Order): Entry | undefined {
		const entry = this.entries[item] as Entry | undefined;
		const isSame = entry?.execution === this.execution || entry?.request === describeRequest(order);
		return isSame ? entry : undefined;
	}

	/** What a tool was called for in an execution that n8n retries now: each call counts once. */
	private takeCall(order: Order): Entry | undefined {
		const calls = this.isTool ? this.kept.calls?.[this.nameOfCall(order)] : undefined;
		return calls?.find((call) => call.execution !== this.execution);
	}

	private nameOfCall(order: Order): string {
		return `${this.caller} ${describeRequest(order)}`;
	}

	/** Keeps a task that must not be sent again: it was carried out, or that isn't known. */
	remember(task: Task): void {
		const { items, order, results, failure } = task;
		if (!order || !(results ?? failure?.isOpen) || task.isHeldBack) return;
		const request = describeRequest(order);
		const entry = { request, execution: this.execution, results, failure };
		this.entries[items[0]] = entry;
		if (this.isTool) ((this.kept.calls ??= {})[this.nameOfCall(order)] ??= []).push(entry);
	}

	/** For a run without a failure: n8n will not try it again. */
	forget(): void {
		if (this.isTool) return;
		delete this.kept.runs?.[this.runIndex];
		delete this.kept.found;
	}
}

/** What the contexts of tools have in n8n beside their public functions. */
type Inside = IExecuteFunctions & { connectionType?: string; parentNode?: { name: string } };

/** n8n 1 has no function for it. */
function isTool(context: Inside): boolean {
	const asked = (context as Partial<IExecuteFunctions>).isToolExecution?.();
	return asked ?? context.connectionType === NodeConnectionTypes.AiTool;
}

function triesOf(item: object): { entries: Entries; ids: Found } {
	const tries = triesOfTools.get(item) ?? { entries: {}, ids: {} };
	triesOfTools.set(item, tries);
	return tries;
}
