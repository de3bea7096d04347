import 'reflect-metadata';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { MiradoreCredentials } from './credentials';
import { requireAdvice, type Refusal } from './refusal';
import type { TriggerSettings } from './triggerSettings';

/** A workflow with the trigger in n8n's memory. */
export interface LoadedWorkflow {
	workflow: Workflow;
	node: INode;
}

/** A context of n8n with the workflow that it is about. */
export interface Poller extends LoadedWorkflow {
	context: PollContext;
}

/** The workflow as n8n loads it from its database; `type` gives the trigger as n8n has it loaded. */
export function loadWorkflow(
	id: string,
	settings: TriggerSettings,
	staticData: string,
	type: () => INodeType,
): LoadedWorkflow {
	const workflow = loadTriggers(id, { 'Miradore Trigger': settings }, staticData, type);
	return { workflow, node: workflow.getNode('Miradore Trigger') as INode };
}

/** The same with several triggers, by their names. */
export function loadTriggers(
	id: string,
	triggers: Record<string, TriggerSettings>,
	staticData: string,
	type: () => INodeType,
): Workflow {
	const nodeTypes = { getByName: type, getByNameAndVersion: type, getKnownTypes: () => ({}) };
	const nodes = Object.entries(triggers).map(
		([name, { parameters }]): INode => ({
			id: name,
			name,
			type: 'miradoreTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: parameters as INode['parameters'],
			credentials: { miradoreApi: { id: '1', name: 'Miradore' } },
		}),
	);
	const [{ timeZone }] = Object.values(triggers);
	return new Workflow({
		id,
		nodes,
		connections: {},
		nodeTypes,
		active: true,
		staticData: JSON.parse(staticData) as IDataObject,
		settings: { timezone: timeZone ?? 'UTC' },
	});
}

/** Durable: what a poll works on, and what keeps it. */
interface Cursor {
	staged: IDataObject;
	commit: () => Promise<void>;
}

/** A cursor for one poll; what that hasn't changed isn't written over what another one has. */
export function stageCursor(kept: string, keep: (changed: string) => void): Cursor {
	const staged = JSON.parse(kept) as IDataObject;
	let last = kept;
	const commit = () => {
		const now = JSON.stringify(staged);
		if (now !== last) keep((last = now));
		return Promise.resolve();
	};
	return { staged, commit };
}

/** What n8n gives a context beside the workflow. */
interface Surroundings {
	settings: TriggerSettings;
	mode: WorkflowExecuteMode;
	activation: WorkflowActivateMode;
	/** Gets the items with which n8n starts an execution. */
	emit: (items: INodeExecutionData[][]) => void;
	emitError: (error: Error) => void;
	cursor?: Cursor;
	/** What n8n lets the poll take in milliseconds, where that isn't the default. */
	budget?: () => number | undefined;
}

/** The context by which n8n calls the trigger's `poll`. */
export function pollContext(
	{ workflow, node }: LoadedWorkflow,
	{ settings, mode, activation, emit, emitError, cursor, budget }: Surroundings,
): PollContext {
	const additionalData = {
		credentialsHelper: new MiradoreCredentials(settings.credential),
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new PollContext(
		workflow,
		node,
		additionalData,
		mode,
		activation,
		emit,
		emitError,
		cursor?.commit,
		undefined,
		cursor && (() => cursor.staged),
	);
	const ofN8n = context.getPollBudgetMs;
	const getPollBudgetMs = () => budget?.() ?? ofN8n();
	return settings.engine === 'n8n 1'
		? Object.assign(context, { getPollBudgetMs: undefined, __commitCursor: undefined })
		: Object.assign(context, { getPollBudgetMs });
}

/** Runs the trigger's `poll` by n8n's own code; gives its items, or null. */
export async function runPoll({ workflow, node, context }: Poller) {
	await workflow.expression.acquireIsolate();
	try {
		return await new TriggersAndPollers().runPollFunction(workflow, node, context);
	} catch (error) {
		requireAdvice(error as Refusal);
		throw error;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
