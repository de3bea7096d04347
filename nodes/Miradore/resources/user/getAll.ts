import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../execution/operation';
import { conditions, contains, isOneOf } from '../../fields/conditions';
import { limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { queryRequest } from '../../inventory/query';
import { readPages } from '../../transport/pages';

const filters = conditions([
	contains(
		{ displayName: 'Email Contains', name: 'emailContains', placeholder: 'e.g. @example.com' },
		'Email',
	),
	isOneOf({ displayName: 'Status', name: 'status' }, 'Status', [
		'Active',
		'New',
		'Retired',
		'System',
	]),
]);

/** `GET /<site>/API/User` (miradore-api.md 5.7). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Find users by email address or status',
	effect: 'read',
	fields: { returnAll, limit, filters, simplify, options: options() },
	request: ({ filters: chosen }) =>
		queryRequest({ item: 'User', select: ['*'], filters: Object.values(chosen) }),
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
