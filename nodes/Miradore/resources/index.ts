import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../execution/operation';
import { appleEnrollment } from './appleEnrollment';
import { application } from './application';
import { customAttribute } from './customAttribute';
import { keepUnknown } from '../fields/collection';
import { device } from './device';
import { deviceIdentifier } from './deviceIdentifier';
import { inventory } from './inventory';
import { category } from './lists/category';
import { configurationProfile } from './lists/configurationProfile';
import { customAttributeDefinition } from './lists/customAttributeDefinition';
import { organization } from './lists/organization';
import { place } from './lists/place';
import { tag } from './lists/tag';
import { user } from './user';
import { userTag } from './userTag';

/** All that the node can do; the labels are in alphabetical order, as n8n's lists are. */
export const resources: Resource[] = [
	appleEnrollment,
	application,
	category,
	configurationProfile,
	customAttribute,
	customAttributeDefinition,
	device,
	deviceIdentifier,
	inventory,
	place,
	organization,
	tag,
	user,
	userTag,
];

/**
 * @throws UserError when there is no such operation, as with n8n's own entry 'Custom API Call'
 */
export function findOperation(resource: string, value: string): Operation {
	const operation = resources
		.find((candidate) => candidate.value === resource)
		?.operations.find((candidate) => candidate.value === value);
	if (operation) return operation;
	throw new UserError(`'${resource}' has no operation '${value}' in this node`, {
		description:
			"For a custom API call, use n8n's HTTP Request node: set 'Authentication' to 'Predefined Credential Type' and 'Credential Type' to 'Miradore API'.",
	});
}

const defaultResource = device.value;

/** The node's parameters: 'Resource', 'Operation', and the fields of each operation. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: defaultResource,
	},
	...resources.flatMap(({ value, operations }) => [
		operationList(value, operations),
		...operations.flatMap((operation) => fieldsOf(value, operation)),
	]),
];

function operationList(resource: string, operations: Operation[]): INodeProperties {
	const defaultOperation = (operations.find(({ value }) => value === 'getAll') ?? operations[0])
		.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: defaultOperation,
	};
}

function fieldsOf(resource: string, operation: Operation): INodeProperties[] {
	const { description, fields, value, warns } = operation;
	const notice: INodeProperties = {
		displayName: description,
		name: 'notice',
		type: 'notice',
		default: '',
	};
	const shown = Object.values(fields).map(({ property }) => property);
	return [...(warns ? [notice] : []), ...shown].flatMap(keepUnknown).map((property) => ({
		...property,
		displayOptions: {
			show: { ...property.displayOptions?.show, resource: [resource], operation: [value] },
		},
	}));
}
