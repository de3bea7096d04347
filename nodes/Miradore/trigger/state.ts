import { createHash } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { Fields, Values } from '../execution/operation';

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

/** The same to write; what is about something else is dropped. */
export function takeState(context: IPollFunctions, about: string): IDataObject {
	const data = context.getWorkflowStaticData('node');
	if (data.about !== about) {
		dropState(data);
		data.about = about;
	}
	return data;
}

/**
 * Forgets all that earlier polls left, also where the poll that begins will fail: n8n 2 then tries again
 * as if the workflow had only been edited.
 */
export async function startAnew(context: IPollFunctions): Promise<void> {
	dropState(context.getWorkflowStaticData('node'));
	await keepState(context);
}

/** Has n8n's durable scheduler keep the state now; it doesn't do so for a poll that activates. */
export async function keepState(context: IPollFunctions): Promise<void> {
	await context.__commitCursor?.();
}

function dropState(data: IDataObject): void {
	for (const name of Object.keys(data)) delete data[name];
}
