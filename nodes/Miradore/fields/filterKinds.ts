import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Operator } from '../inventory/query';

/** A filter as people think of it, and the condition of API v1 that it is. */
export interface DeviceFilter {
	property: INodeProperties;
	attribute: string;
	operator: Operator;
}

type Texts = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder'>;

/** Values that are shown as they are. */
export const choice = (values: string[]) => values.map((value) => ({ name: value, value }));

/** A filter by something that is chosen from a list of Miradore's. */
export const byName = ({ property }: Field<string>, attribute: string): DeviceFilter => ({
	property: { ...property, required: false },
	attribute,
	operator: 'eq',
});

/** A filter by one of the values that are known. */
export const byValue = (
	texts: Texts,
	attribute: string,
	values: INodeProperties['options'] & object,
): DeviceFilter => ({
	property: {
		...texts,
		type: 'options',
		options: values,
		default: 'value' in values[0] ? values[0].value : '',
	},
	attribute,
	operator: 'eq',
});

/** A filter by text. */
export const byText = (texts: Texts, attribute: string, operator: Operator): DeviceFilter => ({
	property: { ...texts, type: 'string', default: '' },
	attribute,
	operator,
});
