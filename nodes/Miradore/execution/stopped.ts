import type { IExecuteFunctions, IWorkflowExecutionCustomData } from 'n8n-workflow';
import { ApiFailure } from '../transport/failure';
import { describeFailure } from './failure';
import { reportStop } from './report';
import type { Task } from './task';

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
		const report = reportStop(tasks.map((task) => (underWay.has(task) ? leftOpen(task) : task)));
		const lines = report.split(/(?:<br>)+/).map((line) => line.replace(/\p{Cc}+/gu, ' '));
		for (const [index, part] of toParts(lines).entries()) {
			customData?.set(`miradore_stopped_${index + 1}`, part);
		}
		const { name } = context.getNode();
		context.logger.warn(`The execution was stopped in the node '${name}'. ${lines.join(' ')}`);
	};
	cancelled?.addEventListener('abort', tell);
	return () => cancelled?.removeEventListener('abort', tell);
}

function leftOpen(task: Task): Task {
	const failure = new ApiFailure('', '', { mayBeCarriedOut: true });
	return { ...task, failure: describeFailure(failure, task.name) };
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
