import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Filter } from '../inventory/filters';
import { condition } from '../inventory/query';
import { readBoundary } from '../locations/period';
import { requireText } from '../values/entered';
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

const searched = [
	...['InvDevice.DeviceName', 'InvDevice.Model', 'InvDevice.SerialNumber'],
	...['User.Email', 'User.Name'],
];

/** What is looked for in several attributes: a list for each, for `and` beside an `or` isn't known. */
const search: Field<Filter> = {
	property: {
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna',
		description:
			'A part of the name, the model, the serial number, or the name or email of the user',
	},
	read: (value) => {
		const text = requireText(search.property.displayName, value);
		const conditionOf = (attribute: string) => condition('Search', attribute, 'contains', text);
		return { attribute: 'ID', others: searched, conditions: searched.map(conditionOf) };
	},
};

/**
 * Search, and filters that the node itself looks at, for how API v1 would read them isn't known: conditions
 * of dates beside `dateformat`, and `ne` of lists (miradore-api.md 5.3).
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
	search,
];
