import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { DeviceCondition } from '../inventory/precondition';
import { collection } from './collection';
import { filters } from './deviceFilters';
import { readLocator } from './locator';

const offered = ['managementType', 'onlineStatus', 'platform', 'tag'];

const conditions = collection(
	{
		displayName: 'Only If',
		name: 'onlyIf',
		placeholder: 'Add condition',
		description:
			'What has to be true of the device. It is looked up right before the command; a device that does not match is skipped.',
	},
	filters
		.filter(({ property }) => offered.includes(property.name))
		.map(({ property, attribute }) => ({
			property,
			read: (value) => {
				const { value: expected } = readLocator(value);
				if (expected !== '') return { label: property.displayName, attribute, expected };
				throw new UserError(`'${property.displayName}' in 'Only If' is not text`);
			},
		})),
);

/** What has to be true of a device for a command to be sent. */
export const onlyIf: Field<DeviceCondition[]> = {
	property: conditions.property,
	unset: [],
	read: (value, surroundings) =>
		Object.values(conditions.read(value, surroundings) as Record<string, IDataObject>).map(
			(condition) => condition as unknown as DeviceCondition,
		),
};
