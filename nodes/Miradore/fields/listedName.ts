import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { emptyField } from '../values/presence';
import { readLocator } from './locator';

/**
 * The name of something that is chosen from a list or entered.
 *
 * @param searchListMethod the list, by its name in `listSearch`
 * @param what it is, such as `a tag`
 */
export function listedName(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder'>,
	searchListMethod: string,
	what: string,
): Field<string> {
	const { placeholder, ...shown } = property;
	return {
		property: {
			...shown,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod, searchable: true },
				},
				{ displayName: 'By Name', name: 'name', type: 'string', placeholder },
			],
		},
		read: (value) => {
			const { value: name } = readLocator(value);
			if (name === '') throw emptyField(`'${property.displayName}'`);
			if (!/\p{Cc}/u.test(name)) return name;
			throw new UserError(`'${property.displayName}' is not the name of ${what}`, {
				description: 'Enter the name as the console shows it',
			});
		},
	};
}
