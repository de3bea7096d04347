import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/operation';

const fields: INodeProperties[] = [
	{
		displayName: 'Friendly Name',
		name: 'friendlyName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reception tablet',
	},
	{
		displayName: 'Identifier',
		name: 'identifier',
		type: 'string',
		default: '',
		placeholder: 'e.g. C02XK1AAJGH5',
		description: 'Serial number, IMEI or UDID; only one client of the API knows this field',
	},
	{
		displayName: 'Manufacturer',
		name: 'manufacturer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Samsung',
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		default: '',
		placeholder: 'e.g. Galaxy A54',
	},
	{
		displayName: 'User Email',
		name: 'userEmailAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@example.com',
		description: 'The email address of an existing user',
	},
];

/** The fields of Miradore's device schema whose names are known (miradore-api.md 1.4). */
export function deviceFields(name: string, displayName: string): Field<IDataObject> {
	return {
		property: {
			displayName,
			name,
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: fields,
		},
		read: (value) => ({ ...(value as IDataObject | null) }),
	};
}
