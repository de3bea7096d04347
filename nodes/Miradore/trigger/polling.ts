import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { sendPatiently, type Sender } from '../execution/sender';
import { readRequestSettings } from '../execution/settings';
import { createThrottle } from '../execution/throttle';
import { connect, type Send } from '../transport/connection';
import { ApiFailure } from '../transport/failure';
import type { SendOne } from '../transport/pages';
import { readSite } from '../transport/site';
import { defaultBudgetMs } from './activation';
import { toPollError } from './failure';
import { aboutOf, counts, peekState, takeState } from './state';

/** One poll: the way to Miradore, and what earlier polls left. */
export interface Polling {
	/** When the poll began: milliseconds since 1970. */
	startedAt: number;
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
 * @throws UserError when an option or the credential can't be used
 */
export async function startPolling(
	context: IPollFunctions,
	event: string,
	values: Values<Fields>,
): Promise<Polling> {
	const startedAt = Date.now();
	const settings = readRequestSettings(values.options as IDataObject);
	// Versions of n8n before 2.37 don't have it.
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? defaultBudgetMs;
	const timeout = Math.min(settings.timeout, Math.ceil(budget / 3));
	const deadline = startedAt + budget - timeout;
	let isStopped = false;
	let lastFailure: ApiFailure | undefined;
	const connected = await connect(context, timeout);
	const sendNoting: Send = async (request) => {
		const answer = await connected(request);
		if (answer instanceof ApiFailure) lastFailure = answer;
		return answer;
	};
	const outOfTime = () => lastFailure ?? tookTooLong();
	const sender: Sender = {
		send: sendNoting,
		throttle: createThrottle(settings.maxParallelRequests),
		maxRetries: settings.maxRetries,
		isOver: () => isStopped || Date.now() > deadline,
	};
	const { origin, paths } = readSite(await context.getCredentials('miradoreApi'));
	const about = aboutOf(`${origin}${paths.v1}`, event, values);
	return {
		startedAt,
		sender,
		send: async (request) => {
			const answer = await sendPatiently(request, sender);
			if (answer && 'body' in answer) return answer.body;
			throw answer ?? outOfTime();
		},
		outOfTime,
		stop: () => (isStopped = true),
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
