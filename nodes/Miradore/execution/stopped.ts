import type { IExecuteFunctions, IWorkflowExecutionCustomData } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import { describeFailure } from './failure';
import { reportStop } from './report';
import { describeRequest, type Task } from './task';

/** n8n keeps ten values an execution, for all its nodes. */
const mostParts = 8;

/** n8n cuts a value after 512 characters, and complains in its log of more than 255. */
const longestPart = 255;

const goesOn = ", … The whole is in n8n's log.";

/**
 * Tells which commands were sent when somebody, or the workflow's time-out, stops the execution.
 *
 * n8n saves a stopped execution at the moment at which it tells the node, and keeps of what the node
 * says later nothing (n8n 1, and n8n 2 after a stop by hand) or its error (n8n 2 after a time-out). So
 * it is said right then: in the execution's custom data, which n8n shows as highlighted data, and in
 * n8n's log.
 *
 * @param underWay the tasks whose command has gone out without an answer
 * @returns what ends the watch; to be called when the node is done
 */
export function tellWhenStopped(
	context: IExecuteFunctions,
	tasks: Task[],
	underWay: ReadonlySet<Task>,
): () => void {
	const cancelled = context.getExecutionCancelSignal();
	const { customData } = context.getWorkflowDataProxy(0).$execution as {
		customData?: IWorkflowExecutionCustomData;
	};
	const tell = () => {
		const lines = reportStop(asOfNow(tasks, underWay)).map(toText);
		for (const [index, part] of toParts(lines).entries()) {
			customData?.set(`miradore_stopped_${index + 1}`, part);
		}
		context.logger.warn(`The execution was stopped in the node '${name}'. ${lines.join(' ')}`);
	};
	if (!cancelled) return () => undefined;
	const { name, retryOnFail } = context.getNode();
	const watches = watchesBySignal.get(cancelled) ?? new Map<string, () => void>();
	watchesBySignal.set(cancelled, watches);
	watches.get(name)?.();
	const end = () => cancelled.removeEventListener('abort', tell);
	watches.set(name, end);
	cancelled.addEventListener('abort', tell);
	// n8n may stop the execution between two tries, too; the next one takes the watch over.
	return () => {
		if (!retryOnFail || !tasks.some(({ failure }) => failure)) end();
	};
}

/** What ends the watch of each node of an execution. */
const watchesBySignal = new WeakMap<AbortSignal, Map<string, () => void>>();

/** The tasks as if those under way had failed; what is equal to another one is sent once for both. */
function asOfNow(tasks: Task[], underWay: ReadonlySet<Task>): Task[] {
	const failure = describeFailure(new ApiFailure('', '', { mayBeCarriedOut: true }));
	const settled = new Map<string, Pick<Task, 'results' | 'failure'>>();
	for (const task of tasks) {
		const { order, results, failure: own = underWay.has(task) ? failure : undefined } = task;
		if (order && (results ?? own)) settled.set(describeRequest(order), { results, failure: own });
	}
	return tasks.map((task) => {
		if (!task.order || task.results || task.failure) return task;
		return { ...task, ...settled.get(describeRequest(task.order)) };
	});
}

/** In the report HTML is escaped. */
function toText(line: string): string {
	const text = line.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
	return text.replace(/\p{Cc}+/gu, ' ');
}

/** Cuts lines between the names that they list. */
function toParts(lines: string[]): string[] {
	const parts = lines.flatMap((line) => {
		const made = [''];
		for (const name of line.split(/(?<=, )/)) {
			if ((made.at(-1) + name).length > longestPart) made.push('');
			made[made.length - 1] += name;
		}
		return made.map((part) => part.trim());
	});
	if (parts.length <= mostParts) return parts;
	const last = parts[mostParts - 1].slice(0, longestPart - goesOn.length);
	return [...parts.slice(0, mostParts - 1), last.replace(/,[^,]*$/, goesOn)];
}
