import { UserError } from 'n8n-workflow';
import type { Field } from '../../execution/field';
import { defineOperation } from '../../execution/operation';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { options } from '../../fields/options';
import { text } from '../../fields/text';
import { queryRequest } from '../../inventory/query';
import { largestPage, rowsOf } from '../../transport/listRequest';
import { readListed, type Listed } from '../../transport/pages';

const item: Field<string> = {
	property: {
		displayName: 'Item',
		name: 'item',
		type: 'string',
		default: 'Device',
		required: true,
		placeholder: 'e.g. ConfigProfile',
		description:
			'What to read, as the API v1 names it: Device, User, Tag, Organization, Location, Category, ConfigProfile and others',
	},
	read: (value) => {
		const name = typeof value === 'string' ? value.trim() : '';
		if (/^[A-Za-z]+$/.test(name)) return name;
		throw new UserError("'Item' is not the name of an item of API v1", {
			description: 'Enter letters only, for example ConfigProfile',
		});
	},
};

const select = text(
	{
		displayName: 'Select',
		name: 'select',
		placeholder: 'e.g. ID,InvDevice.Model,User.*',
		description:
			'The attributes to read, separated by commas; empty for the few that Miradore chooses',
	},
	'leftBlank',
);

const filters = text(
	{
		displayName: 'Filters',
		name: 'filters',
		placeholder: 'e.g. Platform eq iOS and LastReportedDays ge 30',
		description:
			'Conditions joined by and or or. Operators: eq, ne, gt, ge, lt, le, contains, notcontains, startswith, endswith, isempty, notisempty. Values with spaces in single quotes.',
	},
	'leftBlank',
);

const orderBy = text(
	{
		displayName: 'Order By',
		name: 'orderBy',
		placeholder: 'e.g. LastReported desc',
		description: 'An attribute that is selected, too',
	},
	'leftBlank',
);

/** `GET /<site>/API/<Item>` in its own terms (miradore-api.md 5). */
export const query = defineOperation({
	value: 'query',
	name: 'Query',
	action: 'Query inventory',
	description: 'Read any kind of item that the API v1 has, in the terms of the API',
	effect: 'read',
	fields: { item, select, filters, orderBy, returnAll, limit, options: options() },
	request: ({ item: name, select: attributes, filters: conditions, orderBy: order }) =>
		queryRequest({
			item: name,
			select: attributes
				.split(',')
				.map((attribute) => attribute.trim())
				.filter(Boolean),
			filters: conditions === '' ? [] : [conditions],
			orderBy: order,
		}),
	collect: (send, request, values) =>
		readListed(send, request, mostOf(values), Math.min(rowsOf(request), largestPage)),
	toItems: (body, values, addHint) => {
		const listed = body as Listed;
		addHintIfCut(values, listed, addHint);
		return listed.items;
	},
});
