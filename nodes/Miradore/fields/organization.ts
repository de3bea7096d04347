import { listedName } from './listedName';

/** The name of an organization: all of that name are meant. */
export const organization = listedName(
	{
		displayName: 'Organization',
		name: 'organization',
		description: 'The organization by its name',
		placeholder: 'e.g. Field Services',
	},
	'searchOrganizations',
	'an organization',
);
