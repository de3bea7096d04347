import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { wholeNumber } from './wholeNumber';

/** How requests are sent: the same for all items of a run, as the first item has it. */
interface RequestSettings {
	/** From 1 to 100. */
	maxParallelRequests: number;
	/** How often a request may be repeated, from 0. */
	maxRetries: number;
	/** Milliseconds that one request may take. */
	timeout: number;
}

/** What holds where the collection 'Options' says nothing. */
const defaultSettings: RequestSettings = {
	maxParallelRequests: 10,
	maxRetries: 3,
	timeout: 60_000,
};

/** The options that every operation has; a run takes them from its first item. */
export const requestOptions: Field[] = [
	wholeNumber(
		{
			displayName: 'Max Parallel Requests',
			name: 'maxParallelRequests',
			default: defaultSettings.maxParallelRequests,
			description:
				'How many requests may be under way at a time, from 1 to 100. Fewer are, for a while, after Miradore refused some.',
		},
		1,
		100,
	),
	wholeNumber(
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			default: defaultSettings.maxRetries,
			description:
				'How often a request is repeated when that may help. Commands are only repeated when Miradore certainly did not carry them out.',
		},
		0,
		100,
	),
	wholeNumber(
		{
			displayName: 'Timeout',
			name: 'timeout',
			default: defaultSettings.timeout,
			description: 'How many milliseconds one request may take',
		},
		1,
		3_600_000,
	),
];

/** The settings in the collection 'Options', whose values have been read. */
export function settingsOf(options: IDataObject): RequestSettings {
	return { ...defaultSettings, ...(options as Partial<RequestSettings>) };
}
