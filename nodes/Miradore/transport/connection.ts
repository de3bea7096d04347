import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
} from 'n8n-workflow';
import { readAnswer, spellingsOf } from './answer';
import { explainAnswer } from './explain';
import { ApiFailure } from './apiFailure';
import type { ApiRequest } from './request';
import { explainSilence } from './silence';
import { addressOf, readSite, type Site } from './site';

/**
 * The body of an answer (parsed JSON, text where it isn't JSON, undefined where it is empty), or the
 * failure when the answer isn't a success or none comes in time.
 */
export type Answer = { body: unknown } | ApiFailure;

/** The way to one site with one credential. No answer that it gives has the key in it. */
export interface Connection {
	/** Where the requests go. */
	site: Site;
	/**
	 * Sends one request.
	 *
	 * @param timeout milliseconds that it may take
	 */
	send(request: ApiRequest, timeout: number): Promise<Answer>;
}

type Context = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

const mediaTypes = { v1: 'application/xml', v2: 'application/json' };

/**
 * Gives the connection through which all requests of a credential leave.
 *
 * @throws UserError when the credential can't be used
 */
export function connect(context: Context, credential: ICredentialDataDecryptedObject): Connection {
	const site = readSite(credential);
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

	const send: Connection['send'] = async (request, timeout) => {
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
	return { site, send };
}

/**
 * Makes n8n give a request up at the deadline. Its own time limit only ends a connection on which
 * nothing comes at all; an answer that trickles in could take for ever.
 *
 * @returns the context to send the request with: in an execution, n8n takes the signal from there
 */
function until<Given extends Context>(
	deadline: AbortSignal,
	context: Given,
	options: IHttpRequestOptions,
): Given {
	const cancelled =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const signal = cancelled ? AbortSignal.any([cancelled, deadline]) : deadline;
	options.abortSignal = signal;
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as Given;
}
