import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { sendOneBy, type Sender } from '../execution/sender';
import { settingsOf } from '../execution/settings';
import { createThrottle } from '../execution/throttle';
import { connect } from '../transport/connection';
import type { SendOne } from '../transport/pages';
import type { Access } from '../transport/credential';
import { toPollError } from './failure';

/** What n8n gives a poll where it says nothing about it: versions before 2.37. */
const defaultBudgetMs = 300_000;

/** One poll: the way to Miradore, and what earlier polls left. */
export interface Polling {
	/** When the poll began: milliseconds since 1970. */
	startedAt: number;
	/** Stops sending in time for the poll to end within n8n's budget. */
	sender: Sender;
	/** Sends one request by `sender`. */
	send: SendOne;
	/** Stops all requests, for they would fail in the same way. */
	stop(): void;
	/** What earlier polls of this event on this site left, to read; empty where there were none. */
	peekState(): IDataObject;
	/** The same to write; what was left by another event or site is dropped. */
	takeState(): IDataObject;
	/** Tells of failures that don't keep the poll from giving what it has. */
	warn(failure: Error): void;
}

/**
 * Prepares a poll.
 *
 * @param options the collection 'Options'
 * @param event the value of the parameter 'Trigger On'
 */
export function startPolling(
	context: IPollFunctions,
	options: IDataObject,
	event: string,
	access: Access,
): Polling {
	const startedAt = Date.now();
	const settings = settingsOf(options);
	// Versions of n8n before 2.37 don't have it.
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? defaultBudgetMs;
	const timeout = Math.min(settings.timeout, Math.floor(budget / 3));
	const stopped = new AbortController();
	AbortSignal.timeout(budget - timeout).addEventListener('abort', () => stopped.abort());
	const sender: Sender = {
		send: connect(context, timeout, access),
		throttle: createThrottle(settings.maxParallelRequests),
		maxRetries: settings.maxRetries,
		over: stopped.signal,
	};
	const { origin, paths } = access.site;
	const about = `${event} ${origin}${paths.v1}`;
	return {
		startedAt,
		sender,
		send: sendOneBy(sender),
		stop: () => stopped.abort(),
		peekState: () => peekState(context, about),
		takeState: () => takeState(context, about),
		warn: (failure) => context.__emitError(toPollError(context.getNode(), failure)),
	};
}

function peekState(context: IPollFunctions, about: string): IDataObject {
	const data = context.getWorkflowStaticData('node');
	return data.about === about ? data : {};
}

function takeState(context: IPollFunctions, about: string): IDataObject {
	const data = context.getWorkflowStaticData('node');
	if (data.about !== about) {
		for (const name of Object.keys(data)) delete data[name];
		data.about = about;
	}
	return data;
}
