import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { largestId, readWholeNumber } from '../values/number';

/** The number of something at Miradore; undefined where it is left empty. */
export function optionalId(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): Field<number | undefined> {
	return {
		property: { ...property, type: 'string', default: '', placeholder: 'e.g. 12' },
		read: (value) => readWholeNumber(property.displayName, value, 1, largestId),
		optional: 'nothing',
		unset: undefined,
	};
}
