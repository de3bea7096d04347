import { listedName } from './listedName';

/** The name of a place of the organization, which the console calls location: all of that name are meant. */
export const placeName = listedName(
	{
		displayName: 'Location (Place)',
		name: 'location',
		description: 'The place that the console has for the device, by its name; not where it is',
		placeholder: 'e.g. Helsinki',
	},
	'searchPlaces',
	'a location',
);
