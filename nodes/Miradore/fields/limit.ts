import type { Field } from '../execution/operation';
import { readBoolean } from '../values/boolean';
import { readWholeNumber } from '../values/number';

/** Whether a list is read to its end. */
export const returnAll: Field<boolean> = {
	property: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	read: (value) => readBoolean('Return All', value),
};

/** How many items a list gives at most; Infinity where it is read to its end. */
export const limit: Field<number> = {
	property: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
	read: (value) => {
		if (value === null) return Infinity;
		return readWholeNumber('Limit', value, 1, Number.MAX_SAFE_INTEGER);
	},
};
