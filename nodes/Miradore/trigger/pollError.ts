import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { describeFailure } from '../execution/failure';
import { ApiFailure } from '../transport/apiFailure';
import { listSome } from '../values/listSome';

const mostNamed = 10;

/** One failure for those of several devices, which the next poll catches up. */
export function summarize(failures: Map<number, ApiFailure>, of: number): ApiFailure {
	const ids = [...failures.keys()];
	const [first] = failures.values();
	const named = listSome(ids, mostNamed);
	return new ApiFailure(
		`${ids.length} of ${of} devices could not be read (${named}): ${first.message}`,
		`Nothing is lost: the next poll reads them again. ${first.description}`,
		first,
	);
}

/** What n8n is told of a failure, so that it waits before the next poll where that helps. */
type Cause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/**
 * The error of a poll, with n8n's failure cause.
 *
 * @param error what reading the parameters or sending gave
 */
export function toPollError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	const { message, description, httpCode } = describeFailure(error);
	if (!(error instanceof ApiFailure)) {
		const failed = new NodeOperationError(node, message, { description });
		return Object.assign(failed, { message, failure: { cause: 'configuration-invalid' } });
	}
	const { retryAfterMs } = error;
	const failure = { cause: causeOf(error), ...(retryAfterMs !== undefined && { retryAfterMs }) };
	const options = { message, description, httpCode: httpCode?.toString() };
	// As in the node's errors: n8n puts a text of its own in place of one with a code such as ENOENT.
	return Object.assign(new NodeApiError(node, {}, options), { message, failure });
}

function causeOf({ httpCode, mayPass }: ApiFailure): Cause {
	if (httpCode === 429) return 'rate-limited';
	if (httpCode === 401 || httpCode === 403) return 'credential-invalid';
	// 500 may mean that the site's name is wrong, but then the first poll would have failed.
	return mayPass || httpCode === 500 ? 'temporarily-unavailable' : 'configuration-invalid';
}
