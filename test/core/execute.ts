import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	LoggerProxy,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { Miradore } from '../../nodes/Miradore/Miradore.node';
import { MiradoreCredentials } from './credentials';
import { PassThrough, Source } from './nodes';
import { requireAdvice } from './refusal';

/** What one run of the node in the real n8n-core is made of. */
export interface Run {
	/** The node's parameters beside `resource: 'device'`; expressions are evaluated. */
	parameters: IDataObject;
	/** The JSON of the input items; one empty item where left out. */
	items?: IDataObject[];
	/** What the stored credential holds, decrypted. */
	credential: IDataObject;
	/** n8n's settings of the node, such as 'On Error' and 'Retry On Fail'. */
	settings?: Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>;
	/** How often the node runs in the execution with the same items, as in a loop; once if left out. */
	rounds?: number;
	/** Cancels the execution once it resolves. */
	cancelOn?: Promise<unknown>;
	/** IANA name; the workflow's setting 'Timezone'. */
	timeZone?: string;
}

/** What the last round gave, as n8n would save it. */
export interface Outcome {
	/** The items of the first output. */
	success: INodeExecutionData[];
	/** The items of the error output. */
	failed: INodeExecutionData[];
	/** The error that stopped the node. */
	error?: { message: string; description?: string | null; context?: IDataObject; name: string };
	hints: NodeExecutionHint[];
	/** How often the credential was decrypted: as it is stored, and with its expressions worked out. */
	credentialReads: { stored: number; evaluated: number };
	/** Everything that n8n would write into the saved execution. */
	saved: string;
}

// n8n finds out which line logs before it drops what is logged.
const nothing = () => undefined;
LoggerProxy.init({ debug: nothing, info: nothing, warn: nothing, error: nothing });

/** Runs the node in a workflow of Source → Round 1, Round 2, … → Miradore → Success, Failed. */
export async function execute(run: Run): Promise<Outcome> {
	const types: Record<string, INodeType> = {
		source: new Source(run.items ?? [{}]),
		miradore: new Miradore(),
		passThrough: new PassThrough(),
	};
	const rounds = Array.from({ length: run.rounds ?? 1 }, (_, index) => `Round ${index + 1}`);
	const nodes = [
		node('Source', 'source'),
		...rounds.map((name) => node(name, 'passThrough')),
		{
			...node('Miradore', 'miradore'),
			parameters: { resource: 'device', ...run.parameters } as INode['parameters'],
			credentials: { miradoreApi: { id: '1', name: 'Miradore' } },
			...run.settings,
		},
		node('Success', 'passThrough'),
		node('Failed', 'passThrough'),
	];
	const connections = {
		Source: { main: [rounds.map(link)] },
		...Object.fromEntries(rounds.map((name) => [name, { main: [[link('Miradore')]] }])),
		Miradore: { main: [[link('Success')], [link('Failed')]] },
	};
	const settings = { executionOrder: 'v1' as const, timezone: run.timeZone ?? 'UTC' };
	const nodeTypes = {
		getByName: (name: string) => types[name],
		getByNameAndVersion: (name: string) => types[name],
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: '1',
		nodes,
		connections,
		nodeTypes,
		active: false,
		settings,
	});
	const workflowData = {
		id: '1',
		name: 'Test',
		nodes,
		connections,
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
	};
	const credentialsHelper = new MiradoreCredentials(run.credential);
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData),
		credentialsHelper,
		...addresses,
		variables: {},
		currentNodeParameters: {},
		executionId: '1',
		userId: '1',
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;

	await workflow.expression.acquireIsolate();
	const execution = new WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: workflow.getNode('Source') as INode,
	});
	void run.cancelOn?.then(() => execution.cancel());
	const { data } = await execution;
	const { runData } = data.resultData;
	const task = runData.Miradore?.at(-1);
	const [success, failed] = task?.data?.main ?? [];
	if (task?.error) requireAdvice(task.error);
	return {
		success: success ?? [],
		failed: failed ?? [],
		error: task?.error as Outcome['error'],
		hints: task?.hints ?? [],
		credentialReads: credentialsHelper.reads,
		saved: JSON.stringify(data),
	};
}

const addresses = Object.fromEntries(
	[
		'restApiUrl',
		'instanceBaseUrl',
		'webhookBaseUrl',
		'webhookWaitingBaseUrl',
		'webhookTestBaseUrl',
		'formWaitingBaseUrl',
	].map((name) => [name, 'http://127.0.0.1/']),
);

function node(name: string, type: string): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

function link(name: string) {
	return { node: name, type: 'main' as const, index: 0 };
}
