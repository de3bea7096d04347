import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { readField, valueOf } from '../execution/field';
import type { Fields, Values } from '../execution/operation';
import type { Connection } from '../transport/connection';
import { connectionOf } from '../transport/credential';
import type { TriggerEvent } from './event';
import { toPollError } from './pollError';
import { findPickedIds, type PickedAs } from './pickedIds';
import { startPolling, type Polling } from './polling';
import { beginState, keepState } from './state';
import { noteTold } from './toldStates';

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
	const activates = !isTest && (await beginState(context));
	const connection = await connectionOf(context);
	const chosen = readValues(context, event.fields, connection);
	const polling = startPolling(context, event.value, chosen, connection);
	const { values, pickedAs } = await findPickedIds(polling, connection, chosen);
	if (!isTest) {
		const items = await askForNews(context, event, polling, values, pickedAs);
		if (activates && items.length === 0) noteTold(context);
		return items;
	}
	const example = await event.findExample(polling, values);
	return example ? [example] : [];
}

async function askForNews(
	context: IPollFunctions,
	event: TriggerEvent,
	polling: Polling,
	values: Values<Fields>,
	pickedAs?: PickedAs,
): Promise<IDataObject[]> {
	const isFirst = polling.peekState().about === undefined;
	const items = await event.poll(polling, values);
	if (!polling.counts()) return [];
	const state = polling.peekState();
	if (pickedAs && JSON.stringify(state.pickedAs) !== JSON.stringify(pickedAs)) {
		state.pickedAs = pickedAs;
	}
	if (isFirst && items.length === 0) await keepState(context);
	return items;
}

function readValues(context: IPollFunctions, fields: Fields, { site }: Connection): Values<Fields> {
	const surroundings = { timeZone: context.getTimezone(), site };
	const { parameters } = context.getNode();
	const entries = Object.entries(fields).map(([name, field]) => {
		const evaluate = (fallback: unknown) => context.getNodeParameter(name, fallback) as unknown;
		return [name, readField(field, valueOf(field, parameters[name], evaluate), surroundings)];
	});
	return Object.fromEntries(entries) as Values<Fields>;
}
