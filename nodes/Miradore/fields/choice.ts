import { UserError, type INodePropertyOptions, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';

/** One of a list of values that this node knows; nothing else is taken. */
export function choice(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description'>,
	options: INodePropertyOptions[],
): Field<string> {
	return {
		property: { ...property, type: 'options', options },
		read: (value) => {
			const chosen = options.find((option) => option.value === value);
			if (chosen) return String(chosen.value);
			throw new UserError(`'${property.displayName}' is not one of its values`, {
				description: `It takes ${options.map((option) => option.value).join(', ')}.`,
			});
		},
	};
}
