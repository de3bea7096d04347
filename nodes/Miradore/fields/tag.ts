import { listedName } from './listedName';

/** The name of a tag. */
export const tag = listedName(
	{
		displayName: 'Tag',
		name: 'tag',
		description: 'The tag by its name',
		placeholder: 'e.g. field',
	},
	'searchTags',
	'a tag',
);
