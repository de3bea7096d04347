import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { condition } from '../inventory/query';
import { readText } from '../values/entered';
import { choice } from './choice';
import { collection } from './collection';

/** A filter that makes a condition of API v1 (miradore-api.md 5.3). */
type Condition = Field<string>;

/** The filters of a list; its value holds their conditions by the filter's name. */
export function conditions(members: Condition[]): Field<Record<string, string>> {
	return collection(
		{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
		members,
	) as Field<Record<string, string>>;
}

/** That an attribute contains what is entered. */
export function contains(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'>,
	attribute: string,
): Condition {
	const { displayName } = property;
	return {
		property: { ...property, type: 'string', default: '' },
		read: (value) => condition(displayName, attribute, 'contains', readText(value)),
	};
}

/** That an attribute has one of the values that are known of it. */
export function isOneOf(
	property: Pick<INodeProperties, 'displayName' | 'name'>,
	attribute: string,
	values: string[],
): Condition {
	const known = choice(
		{ ...property, default: values[0] },
		values.map((value) => ({ name: value, value })),
	);
	return {
		...known,
		read: (value, surroundings) =>
			condition(property.displayName, attribute, 'eq', known.read(value, surroundings)),
	};
}

/** What most lists of API v1 can be searched by. */
export const nameContains = contains(
	{ displayName: 'Name Contains', name: 'nameContains', placeholder: 'e.g. Sales' },
	'Name',
);
