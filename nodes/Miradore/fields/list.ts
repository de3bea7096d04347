import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { readText } from '../values/entered';
import { text } from './text';

/** Several names: text separated by commas, or a list from an expression. */
export function list(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
): Field<string[]> {
	return {
		property: { ...property, type: 'string', default: '', required: true },
		read: (value) => {
			const isList = Array.isArray(value);
			const listed = (isList ? value : readText(value).split(',')).map(readText);
			// In a list from an expression nothing may be missing; commas may come twice.
			const names = isList ? listed : listed.filter(Boolean);
			const isWhole = names.length > 0 && names.every(Boolean);
			if (isWhole && !names.some((name) => /\p{Cc}/u.test(name))) return names;
			throw new UserError(`'${property.displayName}' names nothing, or not only names`, {
				description: 'Enter one or more, separated by commas',
			});
		},
	};
}

/** Where a list goes in the body, for its wire shape isn't known (miradore-api.md 1.3). */
export const listField = text({
	displayName: 'Body Field for the List',
	name: 'listField',
	placeholder: 'e.g. items',
	description:
		'The field of the body that holds the list. Without the option the list is sent alone, which is an assumption: how Miradore wants it is not documented publicly.',
});

/** The body that holds a list, alone or in the field that the option names. */
export function bodyOfList(items: unknown[], field: unknown): object {
	return typeof field === 'string' ? { [field]: items } : items;
}
