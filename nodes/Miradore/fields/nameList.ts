import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { readText } from '../values/entered';

/** Several names: text separated by commas, or a list from an expression. */
export function nameList(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
): Field<string[]> {
	return {
		property: { ...property, type: 'string', default: '', required: true },
		read: (value) => {
			const isList = Array.isArray(value);
			const listed = (isList ? value : readText(value).split(',')).map(readText);
			// In a list from an expression nothing may be missing; commas may come twice.
			const names = isList ? listed : listed.filter(Boolean);
			const isWhole = names.length > 0 && names.every(Boolean);
			if (isWhole && !names.some((name) => /\p{Cc}/u.test(name))) return names;
			throw new UserError(`'${property.displayName}' names nothing, or not only names`, {
				description: 'Enter one or more, separated by commas',
			});
		},
	};
}
