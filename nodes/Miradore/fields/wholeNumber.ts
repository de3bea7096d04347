import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { readWholeNumber } from '../values/number';

/** A whole number; the editor allows what lies between `least` and `most`, too. */
export function wholeNumber(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description'>,
	least: number,
	most: number,
): Field<number> {
	return {
		property: { ...property, type: 'number', typeOptions: { minValue: least, maxValue: most } },
		read: (value) => readWholeNumber(property.displayName, value, least, most),
	};
}
