import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { readLocator } from './locator';

/** The name of a tag. */
export const tag: Field<string> = {
	property: {
		displayName: 'Tag',
		name: 'tag',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The tag by its name',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchTags', searchable: true },
			},
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. field' },
		],
	},
	read: (value) => {
		const { value: name } = readLocator(value);
		if (name === '' || /\p{Cc}/u.test(name)) {
			throw new UserError("'Tag' is not the name of a tag", {
				description: 'Enter the name as the console shows it',
			});
		}
		return name;
	},
};
