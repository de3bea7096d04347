import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readWholeNumber } from '../values/number';

/** How requests are sent: the same for all items of a run, as the first item has it. */
export interface RequestSettings {
	/** From 1 to 100. */
	maxParallelRequests: number;
	/** How often a request may be repeated, from 0. */
	maxRetries: number;
	/** Milliseconds that one request may take. */
	timeout: number;
}

/** The options that every operation has. */
export const requestOptions: INodeProperties[] = [
	{
		displayName: 'Max Parallel Requests',
		name: 'maxParallelRequests',
		type: 'number',
		default: 10,
		typeOptions: { minValue: 1, maxValue: 100 },
		description:
			'How many requests may be under way at a time, from 1 to 100. Fewer are, for a while, after Miradore refused some.',
	},
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		default: 3,
		typeOptions: { minValue: 0 },
		description:
			'How often a request is repeated when that may help. Commands are only repeated when Miradore certainly did not carry them out.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		default: 60000,
		typeOptions: { minValue: 1 },
		description: 'How many milliseconds one request may take',
	},
];

/**
 * Reads {@link requestOptions} of the collection 'Options'.
 *
 * @throws UserError that names the option's label when a value can't be used.
 */
export function readRequestSettings(chosen: IDataObject): RequestSettings {
	const read = (name: keyof RequestSettings, least: number, most: number) => {
		const { displayName, default: fallback } = requestOptions.find(
			(option) => option.name === name,
		) as INodeProperties;
		const description = `Without the option, ${String(fallback)} is used`;
		return readWholeNumber(displayName, chosen[name] ?? fallback, least, most, description);
	};
	return {
		maxParallelRequests: read('maxParallelRequests', 1, 100),
		maxRetries: read('maxRetries', 0, 100),
		timeout: read('timeout', 1, 3_600_000),
	};
}
