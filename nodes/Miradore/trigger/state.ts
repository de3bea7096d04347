import { createHash } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';
import { beginPoll, isOvertaken, keyOf, worksOnCopy } from './activation';
import { catchUp, copyOf, followTold, forgetTold, nextTurn, replaceBy, writer } from './toldStates';

/** What is no choice of what to tell. */
const presentation = ['simplify', 'options'];

/**
 * A short name of what a trigger tells of: polls go on where an earlier one with the same name ended.
 *
 * @param site tells Miradore sites apart
 * @param event the value of the parameter 'Trigger On'
 * @param values of the event's fields; the order of a list in them counts for nothing
 */
export function aboutOf(site: string, event: string, values: Values<Fields>): string {
	const choices = Object.entries(values)
		.filter(([name]) => !presentation.includes(name))
		.map(([name, value]) => [name, Array.isArray(value) ? sorted(value) : value]);
	const text = JSON.stringify([site, event, choices]);
	return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function sorted(list: unknown[]): string[] {
	return list.map((one) => JSON.stringify(one)).sort();
}

/** What earlier polls about the same left, to read; empty where there were none. */
export function peekState(context: IPollFunctions, about: string): IDataObject {
	const data = context.getWorkflowStaticData('node');
	return data.about === about ? data : {};
}

/**
 * The same to write; what is about something else is dropped. A poll that no longer counts writes into a
 * copy.
 */
export function takeState(context: IPollFunctions, about: string): IDataObject {
	const data = context.getWorkflowStaticData('node');
	if (!counts(context, about)) return copyOf(data);
	if (data.about !== about) replaceBy(data, { about, series: Number(data.series ?? 0) + 1 });
	const turn = nextTurn(context, Number(data.turn ?? 0));
	Object.assign(data, { turn, writer });
	if (worksOnCopy(context)) turns.set(keyOf(context), { about, turn, at: Date.now() });
	return data;
}

/** The last turn of a poll with a copy, by workflow and node, and when it was: milliseconds since 1970. */
const turns = new Map<string, { about: string; turn: number; at: number }>();

/** Longer than n8n's durable scheduler lets a poll take; what it hasn't kept by then is lost. */
const keptWithinMs = 60_000;

/**
 * Whether what a poll finds counts: nobody else has told it meanwhile. The durable scheduler of n8n 2
 * gives each poll a copy of the state, also to several at the same time.
 */
export function counts(context: IPollFunctions, about: string): boolean {
	if (isOvertaken(context)) return false;
	const last = turns.get(keyOf(context));
	if (!worksOnCopy(context) || last?.about !== about) return true;
	const { turn = 0 } = peekState(context, about);
	return Number(turn) >= last.turn || last.at < Date.now() - keptWithinMs;
}

/**
 * Prepares the state for a poll. The first one after a person has published the workflow forgets all that
 * earlier polls left, also where it will fail: n8n 2 then tries again as if the workflow had only been edited.
 *
 * @returns whether n8n activates the workflow by this poll
 */
export async function beginState(context: IPollFunctions): Promise<boolean> {
	if (!beginPoll(context)) return false;
	const data = context.getWorkflowStaticData('node');
	if (context.getActivationMode() === 'activate') {
		replaceBy(data, data.series ? { series: data.series } : {});
		turns.delete(keyOf(context));
		forgetTold(context);
		await keepState(context);
	}
	if (worksOnCopy(context)) return false;
	catchUp(context, data);
	followTold(context);
	return true;
}

/** Has n8n's durable scheduler keep the state now; it doesn't do so for a poll that activates. */
export async function keepState(context: IPollFunctions): Promise<void> {
	await context.__commitCursor?.();
}
