import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, type Field } from '../../execution/operation';
import { limit, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { condition, queryRequest } from '../../inventory/query';
import { readPages } from '../../transport/pages';

const filterProperties: INodeProperties[] = [
	{
		displayName: 'Email Contains',
		name: 'emailContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. @example.com',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: ['Active', 'New', 'Retired', 'System'].map((value) => ({ name: value, value })),
		default: 'Active',
	},
];

const filters: Field<string[]> = {
	property: {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filterProperties,
	},
	read: (value) => {
		const { emailContains, status } = (value ?? {}) as { emailContains?: string; status?: string };
		return [
			...(emailContains === undefined
				? []
				: [condition('Email Contains', 'Email', 'contains', emailContains)]),
			...(status === undefined ? [] : [condition('Status', 'Status', 'eq', status)]),
		];
	},
};

/** `GET /<site>/API/User` (miradore-api.md 5.7). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Find users by email address or status',
	effect: 'read',
	fields: { returnAll, limit, filters, simplify, options: options() },
	request: ({ filters: conditions }) =>
		queryRequest({ item: 'User', select: ['*'], filters: conditions }),
	collect: (send, request, values) => readPages(send, request, values.limit),
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
