import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { collection } from './collection';
import { text } from './text';

const fields = [
	{
		displayName: 'Friendly Name',
		name: 'friendlyName',
		placeholder: 'e.g. Reception tablet',
	},
	{
		displayName: 'Identifier',
		name: 'identifier',
		placeholder: 'e.g. C02XK1AAJGH5',
		description: 'Serial number, IMEI or UDID; only one client of the API knows this field',
	},
	{
		displayName: 'Manufacturer',
		name: 'manufacturer',
		placeholder: 'e.g. Samsung',
	},
	{
		displayName: 'Model',
		name: 'model',
		placeholder: 'e.g. Galaxy A54',
	},
	{
		displayName: 'User Email',
		name: 'userEmailAddress',
		placeholder: 'e.g. anna@example.com',
		description: 'The email address of an existing user',
	},
];

/** The labels of the fields, by their names in the body. */
export const deviceFieldLabels: Record<string, string> = Object.fromEntries(
	fields.map(({ name, displayName }) => [name, displayName]),
);

/**
 * The fields of Miradore's device schema whose names are known (miradore-api.md 1.4).
 *
 * @param others what can be added beside them
 */
export function deviceFields(
	name: string,
	displayName: string,
	others: Field[] = [],
): Field<IDataObject> {
	const texts = fields.map((property) => text(property, 'nothing'));
	return collection({ displayName, name, placeholder: 'Add field' }, [...texts, ...others]);
}
