import { listedName } from './listedName';

/** The name of a category. */
export const category = listedName(
	{
		displayName: 'Category',
		name: 'category',
		description: 'The category by its name',
		placeholder: 'e.g. Shared',
	},
	'searchCategories',
	'a category',
);
