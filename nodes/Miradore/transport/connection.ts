import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
} from 'n8n-workflow';
import { readAnswer, spellingsOf } from './answer';
import type { Access } from './credential';
import { explainAnswer } from './explain';
import { ApiFailure } from './apiFailure';
import type { ApiRequest } from './request';
import { explainSilence } from './silence';
import { addressOf } from './site';

/**
 * Sends one request. Gives the body of the answer (parsed JSON, text where it isn't JSON, undefined
 * where it is empty), or the failure when the answer isn't a success or none comes in time.
 */
export interface Send {
	(request: ApiRequest): Promise<{ body: unknown } | ApiFailure>;
	/** Tells sites apart, where it is known which one it is. */
	site?: string;
}

const mediaTypes = { v1: 'application/xml', v2: 'application/json' };

/**
 * Gives the function through which all requests of a credential leave.
 *
 * @param timeout milliseconds that one request may take
 */
export function connect(
	context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions,
	timeout: number,
	{ credential, site }: Access,
): Send {
	const keySpellings = spellingsOf(site.apiKey);
	const understand = (response: unknown, isRead: boolean, sent?: object) => {
		const answer = readAnswer(response as IN8nHttpFullResponse, keySpellings);
		return explainAnswer(answer, isRead, sent) ?? { body: answer.body };
	};
	const credentialsDecrypted = {
		id: '',
		name: '',
		type: 'miradoreApi',
		data: credential,
	};

	const send: Send = async (request) => {
		const options: IHttpRequestOptions = {
			method: request.method,
			url: addressOf(site, request),
			...(request.body && { body: JSON.stringify(request.body) }),
			headers: {
				Accept: mediaTypes[request.api],
				...(request.body && { 'Content-Type': 'application/json' }),
			},
			encoding: 'arraybuffer',
			timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		const deadline = AbortSignal.timeout(timeout);
		const response = await context.helpers.httpRequestWithAuthentication
			.call(until(deadline, context, options), 'miradoreApi', options, { credentialsDecrypted })
			.catch((error: unknown) => explainSilence(error, timeout, deadline.aborted));
		const isRead = request.method === 'GET';
		const outcome =
			response instanceof ApiFailure ? response : understand(response, isRead, request.body);
		return outcome instanceof ApiFailure && isRead ? outcome.ofRead() : outcome;
	};
	return Object.assign(send, { site: `${site.origin}${site.paths.v1}` });
}

/**
 * Makes n8n give a request up at the deadline. Its own time limit only ends a connection on which
 * nothing comes at all; an answer that trickles in could take for ever.
 *
 * @returns the context to send the request with: in an execution, n8n takes the signal from there
 */
function until<Context extends IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions>(
	deadline: AbortSignal,
	context: Context,
	options: IHttpRequestOptions,
): Context {
	const cancelled =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const signal = cancelled ? AbortSignal.any([cancelled, deadline]) : deadline;
	options.abortSignal = signal;
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as Context;
}
