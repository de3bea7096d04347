import { text } from './text';
import { toggle } from './toggle';

/** What the fields of a custom attribute are called in the body: all inferred (miradore-api.md 4). */
export const attributeBodyNames = ['name', 'description', 'showInDevicesPage'];

/** The label of an attribute, as the console's Display Name. */
export const attributeName = {
	displayName: 'Display Name',
	name: 'name',
	placeholder: 'e.g. Owner',
	description: 'What the attribute is called in Miradore',
};

/** What else the console has of an attribute. */
export const attributeFields = [
	text(
		{
			displayName: 'Description',
			name: 'description',
			placeholder: 'e.g. Who uses the device',
			description: 'What the attribute is for',
		},
		'nothing',
	),
	toggle({
		displayName: 'Show in Devices Page',
		name: 'showInDevicesPage',
		default: true,
		description: 'Whether the devices page of the console has a column for the attribute',
	}),
];
