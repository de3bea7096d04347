import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { sendOneBy, type Sender } from '../execution/sender';
import { settingsOf } from '../execution/requestSettings';
import { createThrottle } from '../execution/throttle';
import type { Connection } from '../transport/connection';
import { ApiFailure } from '../transport/apiFailure';
import type { SendOne } from '../transport/request';
import { describeSite, type Site } from '../transport/site';
import { defaultBudgetMs } from './activation';
import { toPollError } from './pollError';
import { aboutOf, counts, peekState, takeState } from './state';

/** One poll: the way to Miradore, and what earlier polls left. */
export interface Polling {
	/** When the poll began: milliseconds since 1970. */
	startedAt: number;
	/** Where the requests go. */
	site: Site;
	/** Stops sending in time for the poll to end within n8n's budget. */
	sender: Sender;
	/** Sends one request by `sender`; throws the failure that stands, or {@link Polling.outOfTime}. */
	send: SendOne;
	/** Why the poll could not do what it had to within n8n's time: the last failure, where there was one. */
	outOfTime(): ApiFailure;
	/** Stops all requests, for they would fail in the same way. */
	stop(): void;
	/** What earlier polls with the same choices on this site left, to read; empty where there were none. */
	peekState(): IDataObject;
	/** The same to write; what was left by other choices or on another site is dropped. */
	takeState(): IDataObject;
	/** Whether what the poll finds counts, or other polls have told it meanwhile. */
	counts(): boolean;
	/** Tells of failures that don't keep the poll from giving what it has. */
	warn(failure: Error): void;
}

/**
 * Prepares a poll.
 *
 * @param event the value of the parameter 'Trigger On'
 * @param values of the event's fields, with the collection 'Options'
 */
export function startPolling(
	context: IPollFunctions,
	event: string,
	values: Values<Fields>,
	connection: Connection,
): Polling {
	const startedAt = Date.now();
	const settings = settingsOf(values.options as IDataObject);
	// Versions of n8n before 2.37 don't have it.
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? defaultBudgetMs;
	const timeout = Math.min(settings.timeout, Math.ceil(budget / 3));
	const left = Math.floor(budget - timeout);
	const stopped = new AbortController();
	AbortSignal.timeout(left).addEventListener('abort', () => stopped.abort());
	let lastFailure: ApiFailure | undefined;
	const outOfTime = () => lastFailure ?? tookTooLong();
	const { site } = connection;
	const send: Sender['send'] = async (request) => {
		const answer = await connection.send(request, timeout);
		if (answer instanceof ApiFailure) lastFailure = answer;
		// On a busy machine the timer may come later than the next request.
		if (Date.now() > startedAt + left) stopped.abort();
		return answer;
	};
	const sender: Sender = {
		...{ site, send },
		throttle: createThrottle(settings.maxParallelRequests),
		maxRetries: settings.maxRetries,
		over: stopped.signal,
	};
	const about = aboutOf(describeSite(site), event, values);
	return {
		startedAt,
		site,
		sender,
		send: sendOneBy(sender, outOfTime),
		outOfTime,
		stop: () => stopped.abort(),
		peekState: () => peekState(context, about),
		takeState: () => takeState(context, about),
		counts: () => counts(context, about),
		warn: (failure) => context.__emitError(toPollError(context.getNode(), failure)),
	};
}

function tookTooLong(): ApiFailure {
	return new ApiFailure(
		'Miradore took longer than n8n lets a poll take',
		"Nothing is lost: the next poll goes on. If it happens again and again, choose fewer devices, or raise 'Max Parallel Requests'.",
		{ mayPass: true },
	);
}
