import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import type { DeviceCondition } from '../inventory/precondition';
import { filters } from './deviceFilters';
import { readLocator } from './locator';

const offered = ['managementType', 'onlineStatus', 'platform', 'tag'];
const conditions = filters.filter(({ property }) => offered.includes(property.name));

/** What has to be true of a device for a command to be sent. */
export const onlyIf: Field<DeviceCondition[]> = {
	property: {
		displayName: 'Only If',
		name: 'onlyIf',
		type: 'collection',
		placeholder: 'Add condition',
		default: {},
		description:
			'What has to be true of the device. It is looked up right before the command; a device that does not match is skipped.',
		options: conditions.map(({ property }) => property),
	},
	read: (value) => {
		const chosen = (value ?? {}) as IDataObject;
		const set = conditions.filter(({ property }) => chosen[property.name] !== undefined);
		return set.map(({ property: { displayName, name }, attribute }) => {
			const { value: expected } = readLocator(chosen[name]);
			if (expected !== '') return { label: displayName, attribute, expected };
			throw new UserError(`'${displayName}' in 'Only If' is empty`, {
				description: 'Choose a value, or remove the condition',
			});
		});
	},
};
