import 'reflect-metadata';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { MiradoreCredentials } from './credentials';

/** What a workflow with the trigger is made of. */
export interface TriggerSettings {
	/** The trigger's parameters; what is left out has its default. */
	parameters: IDataObject;
	/** What the stored credential holds, decrypted. */
	credential: IDataObject;
	/** IANA name; the workflow's setting 'Timezone'. */
	timeZone?: string;
	/** What n8n lets a poll take, in milliseconds; n8n's own default where left out. */
	budget?: number;
}

/** How a poll ends in n8n. */
interface PollEnd {
	/** n8n ends after it has started the execution, and before it has saved the static data. */
	crashes?: boolean;
}

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

	private workflow: Workflow;

	constructor(private readonly settings: TriggerSettings) {
		this.workflow = this.load();
	}

	/**
	 * Publishes the workflow, or starts n8n again with the published workflow in it.
	 *
	 * @throws what keeps n8n from activating it
	 */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<void> {
		this.workflow = this.load();
		const given = await this.run('trigger', mode);
		this.save();
		if (given) this.emit(given);
	}

	/** Polls as n8n does at the times of 'Poll Times'. */
	async poll({ crashes = false }: PollEnd = {}): Promise<void> {
		try {
			const given = await this.run('trigger', 'activate');
			if (!given) return;
			this.emit(given);
			if (crashes) this.workflow = this.load();
			else this.save();
		} catch (error) {
			this.failures.push(error as Error);
		}
	}

	/** Runs the trigger by hand, as in the editor; gives its items. */
	async test(): Promise<INodeExecutionData[]> {
		const [items] = (await this.run('manual', 'manual')) ?? [[]];
		return items;
	}

	/** Forgets what isn't saved, as when n8n ends. */
	lose(): void {
		this.workflow = this.load();
	}

	/** The static data as it is in n8n's memory. */
	get state(): string {
		return JSON.stringify(this.workflow.staticData);
	}

	private save(): void {
		this.saved = this.state;
	}

	private emit([items]: INodeExecutionData[][]): void {
		this.delivered.push(...items.map(({ json }) => json));
	}

	private load(): Workflow {
		const type = new MiradoreTrigger();
		const nodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		const node: INode = {
			id: '1',
			name: 'Miradore Trigger',
			type: 'miradoreTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: this.settings.parameters as INode['parameters'],
			credentials: { miradoreApi: { id: '1', name: 'Miradore' } },
		};
		return new Workflow({
			id: '1',
			nodes: [node],
			connections: {},
			nodeTypes,
			active: true,
			staticData: JSON.parse(this.saved) as IDataObject,
			settings: { timezone: this.settings.timeZone ?? 'UTC' },
		});
	}

	private async run(mode: WorkflowExecuteMode, activation: WorkflowActivateMode) {
		const { workflow } = this;
		const node = workflow.getNode('Miradore Trigger') as INode;
		const additionalData = {
			credentialsHelper: new MiradoreCredentials(this.settings.credential),
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
		const emitError = (error: Error) => void this.failures.push(error);
		const context = new PollContext(
			workflow,
			node,
			additionalData,
			mode,
			activation,
			undefined,
			emitError,
		);
		const { budget } = this.settings;
		if (budget !== undefined) Object.assign(context, { getPollBudgetMs: () => budget });
		await workflow.expression.acquireIsolate();
		try {
			return await new TriggersAndPollers().runPollFunction(workflow, node, context);
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}
}
