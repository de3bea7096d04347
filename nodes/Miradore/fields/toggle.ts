import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { readBoolean } from '../values/boolean';

/** A switch. */
export function toggle(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description' | 'hint'>,
): Field<boolean> {
	return {
		property: { ...property, type: 'boolean' },
		read: (value) => readBoolean(property.displayName, value),
	};
}
