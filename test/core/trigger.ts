import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { loadWorkflow, pollContext, runPoll, stageCursor, type Poller } from './pollContext';
import type { Engine, TriggerSettings } from './triggerSettings';

/** How a poll ends in n8n. */
interface PollEnd {
	/** n8n ends after it has started the execution, and before it has saved the static data. */
	crashes?: boolean;
	/** n8n doesn't come to save the static data before something else happens. */
	savesLate?: boolean;
	/** n8n has just taken the workflow back to activate it anew, and drops what the poll found. */
	dropped?: boolean;
}

/** What the durable scheduler lets a poll take, in milliseconds. */
const durableBudget = 36_000;

let workflows = 0;
let jobs = 0;
const nextId = () => `workflow ${(workflows += 1)}`;

/**
 * A published workflow that starts with the trigger, as n8n runs it: static data is saved when it is
 * published and when a poll gives items, not after an empty poll.
 */
export class PublishedTrigger {
	/** The JSON of all items given so far. */
	readonly delivered: IDataObject[] = [];
	/** The failures that n8n would save as failed executions. */
	readonly failures: Error[] = [];
	/** The static data as n8n has saved it. */
	saved = '{}';

	private id = nextId();
	private node: INodeType = new MiradoreTrigger();
	/** Why n8n can't start an execution, where it can't. */
	private readonly refusal?: Error;
	/** By which n8n polls now. */
	private poller: Poller;
	/** Durable: the cursor in n8n's database, and the number of the job that polls. */
	private cursor?: string;
	private job?: number;

	constructor(readonly settings: TriggerSettings) {
		this.poller = this.load('trigger', 'init');
	}

	/**
	 * Publishes the workflow, or starts n8n again with the published workflow in it.
	 *
	 * @throws what keeps n8n from activating it
	 */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<void> {
		// A workflow that was taken back, or whose trigger has changed, has no job any more.
		if (mode === 'activate' || mode === 'update') this.job = undefined;
		const poller = (this.poller = this.load('trigger', mode));
		if (this.job) return;
		try {
			const given = await runPoll(poller);
			if (this.isDurable) this.job = jobs += 1;
			if (given) await this.emit(poller, given);
		} catch (error) {
			if (this.engine === 'n8n 1') this.poller = this.load('trigger', 'init');
			else this.save(poller);
			throw error;
		}
		this.save(poller);
	}

	/** Polls as n8n does at the times of 'Poll Times'. */
	async poll({ crashes, savesLate, dropped }: PollEnd = {}): Promise<void> {
		const { job } = this;
		const poller = this.isDurable ? this.load('trigger', 'update', durableBudget) : this.poller;
		const isDropped = () =>
			this.isDurable ? job !== this.job : this.engine === 'n8n 2' && poller !== this.poller;
		try {
			const given = await runPoll(poller);
			if (dropped || isDropped()) return;
			if (!given) return await poller.context.__commitCursor?.();
			await this.emit(poller, given);
			if (crashes) this.lose();
			else if (!savesLate) this.save(poller);
		} catch (error) {
			if (!isDropped()) this.failures.push(error as Error);
		}
	}

	/** Runs the trigger by hand, as in the editor; gives its items. */
	async test(): Promise<INodeExecutionData[]> {
		const [items] = (await runPoll(this.load('manual', 'manual'))) ?? [[]];
		return items;
	}

	/** Has n8n load another version of the package, while the workflow is published. */
	replaceNode(node: INodeType): void {
		this.node = node;
	}

	/** Forgets what isn't saved, as when n8n ends. */
	lose(): void {
		// To what the trigger's module keeps in memory it is another workflow.
		this.id = nextId();
		this.poller = this.load('trigger', 'init');
	}

	/** What the trigger knows: the static data in n8n's memory, or the cursor. */
	get state(): string {
		return this.cursor ?? JSON.stringify(this.poller.workflow.staticData);
	}

	private get engine(): Engine {
		return this.settings.engine ?? 'n8n 2';
	}

	private get isDurable(): boolean {
		return this.engine === 'n8n 2, durable';
	}

	private save({ workflow }: Poller): void {
		if (workflow.staticData.__dataChanged) this.saved = JSON.stringify(workflow.staticData);
	}

	private async emit({ context }: Poller, given: INodeExecutionData[][]): Promise<void> {
		await context.__commitCursor?.();
		context.__emit(given);
	}

	private load(
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		ofN8n?: number,
	): Poller {
		const { settings } = this;
		const loaded = loadWorkflow(this.id, settings, this.saved, () => this.node);
		const node = () => loaded.workflow.getStaticData('node', loaded.node);
		if (this.isDurable) this.cursor ??= JSON.stringify(node());
		const keep = (changed: string) => void (this.cursor = changed);
		const emit = ([items]: INodeExecutionData[][]) => {
			if (this.refusal) throw this.refusal;
			this.delivered.push(...items.map(({ json }) => json));
		};
		const emitError = (error: Error) => void this.failures.push(error);
		const cursor = this.cursor ? stageCursor(this.cursor, keep) : undefined;
		const budget = () => settings.budget ?? ofN8n;
		const called = { mode, activation, emit, emitError };
		return { ...loaded, context: pollContext(loaded, { settings, ...called, cursor, budget }) };
	}
}
