import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { columns, usualColumns } from '../inventory/columns';
import { attributeGroups, defaultGroups } from '../inventory/groups';
import { choice } from './choice';
import { isChosenOf } from './chosen';
import { text } from './text';
import { toggle } from './toggle';

type Option = NonNullable<INodeProperties['options']>[number] & { name: string; value: string };

/** Several of a list, at least one. */
function several(property: Omit<INodeProperties, 'type'>, listed: Option[]): Field<string[]> {
	const options = [...listed].sort((one, other) => one.name.localeCompare(other.name));
	const known = options.map(({ value }) => value);
	return {
		property: { ...property, type: 'multiOptions', options },
		read: (value) => {
			if (isChosenOf(known, value) && value.length > 0) return value;
			throw new UserError(`'${property.displayName}' is not a list of its fields`, {
				description: `Nothing was sent. It takes ${known.join(', ')}.`,
			});
		},
	};
}

const ifSimple = { show: { '/simplify': [true] } };
const ifWhole = { show: { '/simplify': [false] } };

const chosenColumns = several(
	{
		displayName: 'Columns',
		name: 'columns',
		displayOptions: ifSimple,
		default: usualColumns.map(({ name }) => name),
		description: 'What each item holds beside the ID, as one flat row',
	},
	columns.map(({ name, label }) => ({ name: label, value: name })),
);

const fieldGroups = several(
	{
		displayName: 'Fields',
		name: 'fieldGroups',
		displayOptions: ifWhole,
		default: defaultGroups,
		description: 'What to read of each device',
	},
	Object.entries(attributeGroups).map(([value, { name }]) => ({ name, value })),
);

const furtherAttributes = text({
	displayName: 'Further Attributes',
	name: 'furtherAttributes',
	placeholder: 'e.g. InvApplication.Name,Security.Android.*',
	description: "Attributes as Miradore's API v1 names them, separated by commas",
});

const tagsAsText = toggle({
	displayName: 'Tags as Text',
	name: 'tagsAsText',
	default: true,
	description: 'Whether to return the tags of a device as one text with commas instead of a list',
});

const sortable = ['ID', 'LastReported', 'OnlineStatus', 'Platform'];

/** The options of a list of devices: what its items hold, and in which order they come. */
export const deviceListOptions: Field[] = [
	chosenColumns,
	fieldGroups,
	{ ...furtherAttributes, property: { ...furtherAttributes.property, displayOptions: ifWhole } },
	{ ...tagsAsText, property: { ...tagsAsText.property, displayOptions: ifSimple } },
	toggle({
		displayName: 'Include Last Location',
		name: 'includeLastLocation',
		default: false,
		description:
			'Whether to return the last known coordinates of each device, their time and address, too',
	}),
	toggle({
		displayName: 'Include Retired',
		name: 'includeRetired',
		default: false,
		description: 'Whether to return retired devices, too',
	}),
	choice(
		{ displayName: 'Sort By', name: 'sortBy', default: 'ID' },
		sortable.flatMap((attribute) => [
			{ name: attribute, value: attribute },
			{ name: `${attribute} (Descending)`, value: `${attribute} desc` },
		]),
	),
];
