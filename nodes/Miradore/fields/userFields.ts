import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { collection } from './collection';
import { text } from './text';

/** What the fields of a user are called in the body: all inferred (miradore-api.md 1.3). */
export const userBodyNames = ['email', 'firstName', 'lastName', 'middleName', 'phoneNumber'];

const middleName = text(
	{
		displayName: 'Middle Name',
		name: 'middleName',
		placeholder: 'e.g. Maria',
		description: 'Middle name or initial, as Miradore shows it with the user',
	},
	'nothing',
);

const phoneNumber = text(
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		placeholder: 'e.g. +358401234567',
		description: 'In international format, with + and the country code',
	},
	'nothing',
);

/** A name that every user has in Miradore. */
export const namesOfUser = {
	firstName: { displayName: 'First Name', name: 'firstName', placeholder: 'e.g. Anna' },
	lastName: { displayName: 'Last Name', name: 'lastName', placeholder: 'e.g. Aho' },
};

/** What may be added for a new user. */
export const additionalUserFields: Field<IDataObject> = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[middleName, phoneNumber],
);

/** What can be changed of a user: all but the email address. */
export const updateUserFields: Field<IDataObject> = collection(
	{ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add field' },
	[
		text(namesOfUser.firstName, 'nothing'),
		text(namesOfUser.lastName, 'nothing'),
		middleName,
		phoneNumber,
	],
);
