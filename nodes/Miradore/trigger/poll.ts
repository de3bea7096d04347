import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { readField, valueOf } from '../execution/field';
import type { Fields, Values } from '../execution/operation';
import { readAccess, type Access } from '../transport/credential';
import { beginPoll } from './activation';
import type { TriggerEvent } from './event';
import { toPollError } from './pollError';
import { findPickedIds } from './pickedIds';
import { startPolling, type Polling } from './polling';
import { keepState, startAnew } from './state';

/**
 * Asks Miradore what has happened since the last poll. A test run gives one recent example instead.
 *
 * @returns undefined where nothing has happened
 * @throws NodeApiError or NodeOperationError with n8n's failure cause; nothing is taken note of then,
 * and the next poll finds all that this one would have
 */
export async function poll(
	context: IPollFunctions,
	event: TriggerEvent,
): Promise<INodeExecutionData[] | undefined> {
	const isTest = context.getMode() === 'manual';
	const items = await ask(context, event, isTest).catch((error: unknown) => {
		throw toPollError(context.getNode(), error);
	});
	if (isTest && items.length === 0) {
		throw new NodeOperationError(context.getNode(), event.withoutExample, {
			description:
				'Test runs show one recent example. A published workflow starts with what is new.',
		});
	}
	return items.length > 0 ? items.map((json) => ({ json })) : undefined;
}

async function ask(
	context: IPollFunctions,
	event: TriggerEvent,
	isTest: boolean,
): Promise<IDataObject[]> {
	if (!isTest && beginPoll(context)) await startAnew(context);
	const access = await readAccess(context);
	const chosen = readValues(context, event.fields, access);
	const polling = startPolling(context, event.value, chosen, access);
	const values = await findPickedIds(polling, access, chosen);
	if (!isTest) return askForNews(context, event, polling, values);
	const example = await event.findExample(polling, values);
	return example ? [example] : [];
}

async function askForNews(
	context: IPollFunctions,
	event: TriggerEvent,
	polling: Polling,
	values: Values<Fields>,
): Promise<IDataObject[]> {
	const isFirst = polling.peekState().about === undefined;
	const items = await event.poll(polling, values);
	if (!polling.counts()) return [];
	if (isFirst && items.length === 0) await keepState(context);
	return items;
}

function readValues(context: IPollFunctions, fields: Fields, { site }: Access): Values<Fields> {
	const surroundings = { timeZone: context.getTimezone(), site };
	const { parameters } = context.getNode();
	const entries = Object.entries(fields).map(([name, field]) => {
		const evaluate = (fallback: unknown) => context.getNodeParameter(name, fallback) as unknown;
		return [name, readField(field, valueOf(field, parameters[name], evaluate), surroundings)];
	});
	return Object.fromEntries(entries) as Values<Fields>;
}
