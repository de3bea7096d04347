import type { Field } from '../execution/operation';
import { readBoolean } from '../values/boolean';

/** Whether items hold the known fields alone or all that Miradore sent. */
export const simplify: Field<boolean> = {
	property: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	read: (value) => readBoolean('Simplify', value ?? true),
};
