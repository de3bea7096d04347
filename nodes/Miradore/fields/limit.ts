import type { Field } from '../execution/field';
import type { AddHint } from '../execution/operation';
import type { Listed } from '../transport/pages';
import { readWholeNumber } from '../values/number';
import { toggle } from './toggle';

/** Whether a list is read to its end. */
export const returnAll = toggle({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

/** How many items a list gives at most, where 'Return All' is off. */
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
	read: (value) => readWholeNumber('Limit', value, 1, Number.MAX_SAFE_INTEGER),
	unset: Infinity,
};

/**
 * Tells that a list was cut by 'Limit', so that nobody takes a part for the whole.
 *
 * @param counted what 'Limit' counts
 */
export function addHintIfCut(
	values: Limits,
	{ items: { length }, total }: Listed,
	addHint: AddHint,
	counted = 'items',
): void {
	const most = mostOf(values);
	if (length < most || total === length) return;
	const cut =
		total !== undefined && total > length
			? `'Limit' took ${length} of ${total} ${counted}, by Miradore's own count.`
			: `There may be more ${counted} than 'Limit' allows (${most}).`;
	addHint(`${cut} Turn on 'Return All' to get all of them.`);
}

interface Limits {
	returnAll: boolean;
	limit: number;
}

/** How many items a list gives at most. An expression may turn 'Return All' on while a limit is set. */
export function mostOf(values: Limits): number {
	return values.returnAll ? Infinity : values.limit;
}
