import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/operation';

/** The name of a tag. */
export const tag: Field<string> = {
	property: {
		displayName: 'Tag',
		name: 'tag',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. field',
	},
	read: (value) => {
		const name = typeof value === 'string' ? value.trim() : '';
		if (name === '' || /\p{Cc}/u.test(name)) {
			throw new UserError("'Tag' is not the name of a tag", {
				description: 'Enter the name as the console shows it',
			});
		}
		return name;
	},
};
