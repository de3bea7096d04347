import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { toNodeError } from './failure';
import type { Operation } from './operation';
import { reportStop } from './report';
import type { Task } from './task';

/**
 * Ends a run that failed or was stopped.
 *
 * @param warnings what its report has to say beside
 * @throws NodeOperationError or NodeApiError for the first failure, where the node doesn't go on after
 * failures; for commands its description tells what was sent and what was not
 */
export function throwIfOver(
	context: IExecuteFunctions,
	{ effect }: Operation,
	tasks: Task[],
	isCancelled: boolean,
	warnings: string[],
): void {
	const failed = tasks.filter(({ failure }) => failure);
	const report = () =>
		[
			...(effect === 'command' ? reportStop(tasks) : []),
			...warnings,
			...(effect === 'command' && context.getMode() === 'retry' ? [retryThisOne] : []),
		].join('\n');
	// What an earlier try left open is told again when nothing else went wrong.
	const { failure, items } = failed.find(({ isRecalled }) => !isRecalled) ?? failed[0] ?? {};
	if (failure && items && !context.continueOnFail()) {
		throw toNodeError(context.getNode(), failure, items[0], report());
	}
	if (isCancelled) {
		throw new NodeOperationError(context.getNode(), 'The execution was stopped', {
			description: report(),
		});
	}
}

const retryThisOne =
	"To go on, retry this execution: n8n's Retry of an earlier one knows nothing of what was sent in this one, and would send it again.";
