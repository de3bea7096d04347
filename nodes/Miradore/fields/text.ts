import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import { readText, shorten } from '../values/entered';

type TextProperty = Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>;

/** A parameter of text that goes to Miradore as it is, without spaces around; may be empty. */
export function text(property: TextProperty): Field<string> {
	return {
		property: { ...property, type: 'string', default: '' },
		read: readText,
	};
}

/**
 * A parameter of text that becomes a part of the address.
 *
 * @param pattern what the text as a whole has to be; any visible text where left out
 */
export function name(property: TextProperty, pattern = /^[^\p{Cc}]+$/u): Field<string> {
	const { property: optional, read } = text(property);
	return {
		property: { ...optional, required: true },
		identifies: true,
		read: (value, timeZone) => {
			const entered = read(value, timeZone);
			if (pattern.test(entered)) return entered;
			throw new UserError(`'${property.displayName}' can't be used: ${shorten(entered)}`, {
				description: 'Enter it as Miradore shows it',
			});
		},
	};
}
