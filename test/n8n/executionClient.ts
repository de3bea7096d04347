import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import type { ExecutionStatus, IRunExecutionData } from 'n8n-workflow';
import type { Execution, ExecutionSummary } from './executions';
import type { RestConnection } from './rest';
import type { WorkflowDefinition } from './workflows';

const unfinished: ExecutionStatus[] = ['new', 'running', 'waiting'];

type WorkflowWithId = WorkflowDefinition & { id: string };

/**
 * n8n's executions: starts, stops, reads and retries them through the REST calls that its editor makes.
 * All methods throw when n8n refuses.
 */
export class ExecutionClient {
	/** The executions that `history` has read. */
	private readonly ended = new Map<string, Promise<Execution>>();

	/** @param connection to an n8n, of somebody who has signed in or is about to */
	constructor(protected readonly connection: RestConnection) {}

	/** Runs a saved workflow by hand from the trigger of that name, and waits for its end. */
	async run(workflow: WorkflowWithId, trigger: string): Promise<Execution> {
		return this.waitForExecution(await this.start(workflow, trigger));
	}

	/** Starts a saved workflow by hand and gives the id of the execution. */
	async start(workflow: WorkflowWithId, trigger: string): Promise<string> {
		const { executionId } = await this.connection.call<{ executionId: string }>(
			'POST',
			`/workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** Stops a running execution, as the editor's button does. */
	async stop(executionId: string): Promise<void> {
		await this.connection.call('POST', `/executions/${executionId}/stop`, {});
	}

	/** The saved executions of a workflow, at most 100, the latest first. */
	async executions({ id }: WorkflowWithId): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await this.connection.call<{ results: ExecutionSummary[] }>(
			'GET',
			`/executions?filter=${filter}&limit=100`,
		);
		return results;
	}

	/**
	 * The executions of a workflow so far, the oldest first, each as it was when it had ended; those that
	 * are under way are waited for. Each is read once, for n8n computes long for an execution.
	 */
	async history(workflow: WorkflowWithId): Promise<Execution[]> {
		const summaries = await this.executions(workflow);
		for (const { id } of summaries) {
			if (!this.ended.has(id)) this.ended.set(id, this.waitForExecution(id));
		}
		const ended = summaries.map(({ id }) => this.ended.get(id) as Promise<Execution>);
		return (await Promise.all(ended)).reverse();
	}

	/** Runs a failed execution again as n8n offers it, and gives what became of that. */
	retry(executionId: string): Promise<ExecutionSummary> {
		return this.connection.call('POST', `/executions/${executionId}/retry`, {
			loadWorkflow: true,
		});
	}

	/** A saved execution as the text that n8n has of it. */
	async executionText(id: string): Promise<string> {
		return JSON.stringify(await this.connection.call('GET', `/executions/${id}`));
	}

	/** Waits until an execution has ended, at most `seconds`. */
	async waitForExecution(id: string, seconds = 600): Promise<Execution> {
		const deadline = Date.now() + seconds * 1000;
		while (Date.now() < deadline) {
			const execution = await this.connection.call<Omit<Execution, 'data'> & { data: string }>(
				'GET',
				`/executions/${id}`,
			);
			const data = parse(execution.data) as IRunExecutionData | undefined;
			// n8n 1 may write the status a moment before the data.
			if (!unfinished.includes(execution.status) && data) return { ...execution, data };
			await sleep(200);
		}
		throw new Error(`Execution ${id} did not end within ${seconds} seconds`);
	}
}
