import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../execution/field';
import { defineOperation } from '../../execution/operation';
import { collection } from '../../fields/collection';
import { limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { condition, queryRequest } from '../../inventory/query';
import { readPages } from '../../transport/pages';
import { readText } from '../../values/entered';

const filters = collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	{
		property: {
			displayName: 'Email Contains',
			name: 'emailContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. @example.com',
		},
		read: (value) => condition('Email Contains', 'Email', 'contains', readText(value)),
	},
	{
		property: {
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: ['Active', 'New', 'Retired', 'System'].map((value) => ({ name: value, value })),
			default: 'Active',
		},
		read: (value) => condition('Status', 'Status', 'eq', readText(value)),
	},
]) as Field<Record<string, string>>;

/** `GET /<site>/API/User` (miradore-api.md 5.7). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Find users by email address or status',
	effect: 'read',
	fields: { returnAll, limit, filters, simplify, options: options() },
	request: ({ filters: conditions }) =>
		queryRequest({ item: 'User', select: ['*'], filters: Object.values(conditions) }),
	collect: (send, request, values) => readPages(send, request, mostOf(values)),
	toItems: (users, { simplify: simplified }) =>
		simplified ? (users as IDataObject[]).map(simplifyUser) : (users as IDataObject[]),
});

function simplifyUser(user: IDataObject): IDataObject {
	return {
		id: Number(user.ID),
		email: user.Email ?? '',
		firstName: user.Firstname ?? '',
		lastName: user.Lastname ?? '',
		phoneNumber: user.PhoneNumber ?? '',
		status: user.Status ?? '',
	};
}
