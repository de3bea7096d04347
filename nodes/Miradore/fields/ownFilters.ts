import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Filter } from '../inventory/filters';
import { readBoundary } from '../locations/period';
import { listedName } from './listedName';

/** A filter by a day, from its beginning on. */
function since(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	attribute: string,
): Field<Filter> {
	return {
		property: { ...property, type: 'dateTime', default: '' },
		read: (value, { timeZone }) => ({
			attribute,
			conditions: [],
			since: readBoundary(property.displayName, value, timeZone, false).day,
		}),
	};
}

const unwantedTag = listedName(
	{
		displayName: 'Tag Is Not',
		name: 'tagIsNot',
		description: 'Only devices without this tag, those without any included',
		placeholder: 'e.g. loan',
	},
	'searchTags',
	'a tag',
);

/**
 * Filters that the node itself looks at, for how API v1 would read them isn't known: conditions of dates
 * beside `dateformat`, and `ne` of lists (miradore-api.md 5.3).
 */
export const ownFilters: Array<Field<Filter>> = [
	since(
		{
			displayName: 'Created After',
			name: 'createdAfter',
			description: 'Only devices that were made on this day or later, by the dates of Miradore',
		},
		'Created',
	),
	since(
		{
			displayName: 'Enrolled After',
			name: 'enrolledAfter',
			description:
				'Only devices whose enrollment was completed on this day or later, by the dates of Miradore',
		},
		'Enrollment.Completed',
	),
	{
		property: { ...unwantedTag.property, required: false },
		read: (value, surroundings) => ({
			attribute: 'Tag.Name',
			conditions: [],
			lacks: unwantedTag.read(value, surroundings),
		}),
	},
];
