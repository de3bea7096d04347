import { setTimeout as sleep } from 'node:timers/promises';
import type { AxiosResponse } from 'axios';
import { loopback } from './loopback';

const timeout = 300_000;
const attempts = 600;
const millisecondsBetween = 500;

type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST';

/** n8n's REST interface as somebody who has signed in, or is about to. */
export class RestConnection {
	/**
	 * @param url the editor's address
	 * @param cookie of somebody who signed in before; else that of the first answer which sets one
	 */
	constructor(
		private readonly url: string,
		public cookie = '',
	) {}

	/**
	 * Sends a call and gives what the answer holds under `data`. While n8n is still starting up, the
	 * call is repeated, for five minutes at most.
	 *
	 * @throws Error with n8n's own message when it refuses, or with why there was no answer.
	 */
	async call<Result>(method: Method, url: string, body?: object): Promise<Result> {
		for (let attempt = 0; attempt < attempts; attempt += 1) {
			const headers = { Cookie: this.cookie };
			const baseURL = `${this.url}/rest`;
			const answer = await loopback
				.request<unknown>({ ...{ baseURL, method, url, headers, timeout }, data: body })
				.catch(({ message }: Error) => {
					// Axios' own error holds the socket, which Jest can't write into its report.
					throw new Error(`n8n gave no answer to ${method} ${url}: ${message}`);
				});
			if (!isStartingUp(answer)) {
				this.keepCookie(answer);
				return readResult<Result>(answer, `${method} ${url}`);
			}
			await sleep(millisecondsBetween);
		}
		throw new Error(`n8n was still starting up at ${method} ${url}`);
	}

	private keepCookie({ headers }: AxiosResponse): void {
		const cookies = headers['set-cookie'];
		if (cookies) this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
	}
}

/** The first calls after n8n's start get this text with status 200, whatever was asked for. */
function isStartingUp({ data }: AxiosResponse<unknown>): boolean {
	return typeof data === 'string' && data.includes('n8n is starting up');
}

function readResult<Result>({ status, data }: AxiosResponse<unknown>, call: string): Result {
	if (status >= 300 || typeof data !== 'object' || data === null || !('data' in data)) {
		throw new Error(`n8n answered ${call} with ${status}: ${JSON.stringify(data)}`);
	}
	return data.data as Result;
}
