import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/operation';

/** The collection 'Options' of an operation: its own options and those that every operation has. */
export function options(own: INodeProperties[] = []): Field<IDataObject> {
	return {
		property: {
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [...own, ...requestOptions].sort((one, other) =>
				one.displayName.localeCompare(other.displayName),
			),
		},
		read: (value) => (value ?? {}) as IDataObject,
	};
}

const defaultTimeout = 60_000;

const requestOptions: INodeProperties[] = [
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		default: defaultTimeout,
		typeOptions: { minValue: 1 },
		description: 'How many milliseconds one request may take',
	},
];

/** How requests are sent: the same for all items of a run. */
export interface RequestSettings {
	/** Milliseconds that one request may take. */
	timeout: number;
}

/**
 * Reads the options that every operation has.
 *
 * @throws UserError that names the option's label when a value can't be used.
 */
export function readRequestSettings({ timeout = defaultTimeout }: IDataObject): RequestSettings {
	if (!(Number(timeout) >= 1)) {
		throw new UserError("'Timeout' is not a number of milliseconds from 1", {
			description: `Enter for example ${defaultTimeout} for a minute`,
		});
	}
	return { timeout: Number(timeout) };
}
