import type { Field } from '../execution/field';
import { defaultSettings } from '../execution/requestSettings';
import { wholeNumber } from './wholeNumber';

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
