import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field, Optional } from '../execution/field';
import { requireText, shorten } from '../values/entered';

type TextProperty = Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>;

/** A parameter of text that goes to Miradore as it is, without spaces around; empty if left out. */
export function text(property: TextProperty, optional?: Optional): Field<string> {
	return {
		property: { ...property, type: 'string', default: '' },
		read: (value) => requireText(property.displayName, value),
		...(optional && { optional, unset: '' }),
	};
}

/** A parameter of text that can't be left out. */
export function requiredText(property: TextProperty): Field<string> {
	const { property: shown, ...field } = text(property);
	return { ...field, property: { ...shown, required: true } };
}

/**
 * A parameter of text that becomes a part of the address.
 *
 * @param pattern what the text as a whole has to be; any visible text where left out
 */
export function name(property: TextProperty, pattern = /^[^\p{Cc}]+$/u): Field<string> {
	const required = requiredText(property);
	return {
		property: required.property,
		identifies: true,
		read: (value, surroundings) => {
			const entered = required.read(value, surroundings);
			if (pattern.test(entered)) return entered;
			throw new UserError(`'${property.displayName}' can't be used: ${shorten(entered)}`, {
				description: 'Enter it as Miradore shows it',
			});
		},
	};
}
