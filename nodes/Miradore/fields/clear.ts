import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { choice } from './choice';
import { isChosenOf } from './chosen';

/**
 * Which fields of a record are emptied: what is chosen here is cleared on purpose, and what an expression
 * made nothing of never is.
 *
 * @param labels of the fields, by their names in the body
 */
export function clear(labels: Record<string, string>): Field<string[]> {
	const displayName = 'Clear';
	return {
		property: {
			displayName,
			name: 'clear',
			type: 'multiOptions',
			options: Object.entries(labels).map(([value, label]) => ({ name: label, value })),
			default: [],
			description:
				"What to empty: without User Email, nobody has the device. That Miradore takes an empty value is an assumption; see the option 'Clear With'.",
		},
		read: (value) => {
			const isList = isChosenOf(Object.keys(labels), value);
			if (isList && value.length > 0) return value;
			throw new UserError(
				`'${displayName}' in 'Update Fields' ${isList ? 'is empty' : 'is not a list of its values'}`,
				{ description: `Nothing was sent. It takes ${Object.keys(labels).join(', ')}.` },
			);
		},
	};
}

/** What is sent for a field that is cleared: which of the two Miradore takes isn't known (miradore-api.md 1.4). */
export const clearWith = choice(
	{
		displayName: 'Clear With',
		name: 'clearWith',
		default: 'emptyText',
		description:
			"What to send for the fields in 'Clear'. Without the option it is empty text, which is an assumption: how Miradore wants it is not documented publicly.",
	},
	[
		{ name: 'Empty Text', value: 'emptyText' },
		{ name: 'Null', value: 'null' },
	],
);

/**
 * Pure: the part of a body that empties what is chosen.
 *
 * @param set what else the user has added, by its name in the body
 * @throws UserError for a field that is also set
 */
export function cleared(
	chosen: string[],
	set: IDataObject,
	{ clearWith: how }: IDataObject,
	labels: Record<string, string>,
): IDataObject {
	const both = chosen.find((name) => Object.hasOwn(set, name));
	if (both !== undefined) {
		throw new UserError(`'${labels[both]}' is set and cleared`, {
			description: "Nothing was sent. Remove it from the fields, or from 'Clear'.",
		});
	}
	return Object.fromEntries(chosen.map((name) => [name, how === 'null' ? null : '']));
}
