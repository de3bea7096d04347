import { text } from './text';

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
