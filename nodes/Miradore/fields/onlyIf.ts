import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { DeviceCondition } from '../inventory/conditions';
import { requireText } from '../values/entered';
import { collection } from './collection';
import { deviceFilters } from './deviceFilters';
import { readLocator } from './locator';

/** An attribute that a condition may be about; each makes two: that it is so, and that it isn't. */
interface Offered extends Pick<DeviceCondition, 'attribute' | 'isPart' | 'mayBeMissing'> {
	property: INodeProperties;
}

const filtersBy = (names: string[], traits: Omit<Offered, 'property' | 'attribute'> = {}) =>
	deviceFilters
		.filter(({ property }) => names.includes(property.name))
		.map(({ property, attribute }): Offered => ({ property, attribute, ...traits }));

const offered: Offered[] = [
	...filtersBy(['managementType', 'onlineStatus', 'platform', 'status']),
	...filtersBy(['tag', 'userEmail'], { mayBeMissing: true }),
	...filtersBy(['category', 'organization'], { mayBeMissing: true }),
	...filtersBy(['nameContains'], { isPart: true }),
	{
		property: {
			displayName: 'Serial Number',
			name: 'serialNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. C02XK1AAJGH5',
		},
		attribute: 'InvDevice.SerialNumber',
	},
];

const conditions = collection(
	{
		displayName: 'Only If',
		name: 'onlyIf',
		placeholder: 'Add condition',
		description:
			'What has to be true of the device: all conditions that are added. It is looked up right before the command; a device that does not match is skipped.',
	},
	offered.flatMap((one) => [toField(one, false), toField(one, true)]),
);

/** Such as `Platform Is` and `Platform Is Not`; the name of the first has no ending. */
function toField({ property, ...traits }: Offered, isNot: boolean): Field {
	const label = property.displayName.replace(' Contains', '');
	const verb = traits.isPart ? ['Contains', 'Does Not Contain'] : ['Is', 'Is Not'];
	const displayName = `${label} ${verb[Number(isNot)]}`;
	const notName = traits.isPart ? 'nameDoesNotContain' : `${property.name}IsNot`;
	const name = isNot ? notName : property.name;
	return {
		property: { ...property, displayName, name, required: false },
		read: (value): DeviceCondition => {
			const expected = requireText(displayName, readLocator(value).value || value);
			return { label, ...traits, expected, ...(isNot && { isNot }) };
		},
	};
}

/** What has to be true of a device for a command to be sent. */
export const onlyIf: Field<DeviceCondition[]> = {
	property: conditions.property,
	unset: [],
	read: (value, surroundings) =>
		Object.values(conditions.read(value, surroundings) as Record<string, IDataObject>).map(
			(condition) => condition as unknown as DeviceCondition,
		),
};
