import type { Answer } from '../transport/connection';
import { ApiFailure } from '../transport/apiFailure';
import type { ApiRequest, SendOne } from '../transport/request';
import { describeSite, type Site } from '../transport/site';
import { decide, waitBefore, waitUnless, type Patience } from './retry';
import type { Throttle } from './throttle';

/** How the requests of a run are sent. */
export interface Sender {
	site: Site;
	send(request: ApiRequest): Promise<Answer>;
	throttle: Throttle;
	maxRetries: number;
	/** The run has stopped: then nothing is sent or waited for any more. */
	over: AbortSignal;
	/** Whether the request may still go out at this moment; it may where left out. */
	mayGo?(): boolean;
}

/**
 * Sends a request, again where that may help, until an answer stands; undefined when the run is over,
 * or when the request may no longer go out.
 * The request holds a place among the parallel ones until `onAnswer` has returned, so that nothing new
 * starts after a failure that stops the run; it holds none while it waits to be repeated.
 *
 * @param patience what earlier calls have left for the same request, to be added to
 */
export async function sendPatiently(
	request: ApiRequest,
	sender: Sender,
	onAnswer: (answer: Answer) => void = () => undefined,
	patience: Patience = { repetitions: 0, waitedMs: 0 },
): Promise<Answer | undefined> {
	for (;;) {
		const answer = await sender.throttle.run(async () => {
			const attempted = await attempt(request, sender, patience);
			if (attempted && typeof attempted !== 'number') onAnswer(attempted);
			return attempted;
		});
		if (typeof answer !== 'number') return answer;
		patience.repetitions += 1;
		patience.waitedMs += answer;
		await waitUnless(sender.over, answer);
	}
}

/** Gives the answer that stands, or the milliseconds to wait before the next attempt. */
async function attempt(
	request: ApiRequest,
	{ send, throttle, maxRetries, over, mayGo }: Sender,
	patience: Patience,
): Promise<Answer | number | undefined> {
	await waitUnless(over, throttle.pause());
	if (over.aborted || mayGo?.() === false) return undefined;
	const answer = await send(request);
	if (!(answer instanceof ApiFailure)) {
		throttle.accepted();
		return answer;
	}
	if (answer.httpCode === 429) throttle.refused(waitBefore(0, answer.retryAfterMs));
	return decide(answer, patience, maxRetries);
}

/**
 * Sends a request patiently and gives the body of its answer, or throws the failure that stands.
 *
 * @param unsent the failure of a request that isn't sent any more, for the run is over
 */
export function sendOneBy(
	sender: Sender,
	unsent = () => new ApiFailure('The run was stopped', ''),
): SendOne {
	const sendOne: SendOne = async (request, failed) => {
		const over = failed ? AbortSignal.any([sender.over, failed.signal]) : sender.over;
		const answer = await sendPatiently(request, { ...sender, over }, (given) => {
			if (given instanceof ApiFailure) failed?.abort(given);
		});
		if (answer && 'body' in answer) return answer.body;
		throw answer ?? unsent();
	};
	return Object.assign(sendOne, { site: describeSite(sender.site) });
}
