import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { readAnswer } from './answer';
import { explainAnswer, explainSilence } from './failure';
import type { ApiRequest } from './request';
import { readSite } from './site';

/**
 * Sends one request and gives the body of the answer: parsed JSON, text where it isn't JSON, or
 * undefined where it is empty.
 *
 * @throws ApiFailure when the answer isn't a success or none comes within the time limit.
 */
export type Send = (request: ApiRequest) => Promise<unknown>;

/**
 * Reads the node's credential once and gives the function through which all requests leave.
 *
 * @param timeout milliseconds that one request may take
 * @throws UserError when the credential can't be used.
 */
export async function connect(context: IExecuteFunctions, timeout: number): Promise<Send> {
	const credential = await context.getCredentials('miradoreApi');
	const site = readSite(credential);
	const secrets = [site.headers['X-API-Key']];
	const credentialsDecrypted = {
		id: '',
		name: '',
		type: 'miradoreApi',
		data: credential,
	};

	return async (request) => {
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${site.origin}${site.pathPrefix}/api/v2${request.path}`,
			qs: request.query,
			body: request.body,
			headers: { Accept: 'application/json' },
			encoding: 'text',
			timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		const response = (await context.helpers.httpRequestWithAuthentication
			.call(context, 'miradoreApi', options, { credentialsDecrypted })
			.catch((error: unknown) => {
				throw explainSilence(error, timeout);
			})) as IN8nHttpFullResponse;
		const answer = readAnswer(response);
		const failure = explainAnswer(answer, secrets);
		if (failure) throw failure;
		return answer.body;
	};
}
