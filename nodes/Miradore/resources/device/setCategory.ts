import type { Field } from '../../execution/field';
import { category } from '../../fields/category';
import { readLocator } from '../../fields/locator';
import { text } from '../../fields/text';
import { path } from '../../transport/request';
import { isObject } from '../../values/json';
import { largestId, readWholeNumber } from '../../values/number';
import { defineDeviceCommand } from './deviceCommand';

/** A category by its name, or by its ID a number: which Miradore takes isn't known (miradore-api.md 1.3). */
const categoryToSet: Field<string | number> = {
	property: {
		...category.property,
		description: 'The category by its name, or by its ID where Miradore refuses the name',
		modes: [
			...(category.property.modes ?? []),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 3',
				hint: "As the operation 'Get Many' of 'Category' gives it",
			},
		],
	},
	read: (value, surroundings) => {
		const { mode, value: entered } = readLocator(value);
		// A bare value from an expression is a name, also one of digits.
		const isId = isObject(value) && mode === 'id';
		return isId
			? readWholeNumber('Category', entered, 1, largestId)
			: category.read(value, surroundings);
	},
};

const categoryField = text({
	displayName: 'Body Field for the Category',
	name: 'categoryField',
	placeholder: 'e.g. categoryName',
	description:
		'The field of the body that holds the category. Without the option it is name for a name and id for an ID, which is an assumption: how Miradore wants it is not documented publicly.',
});

/** `PUT /Device/{id}/Category`; the body's fields are inferred (miradore-api.md 1.3). */
export const setCategory = defineDeviceCommand({
	value: 'setCategory',
	name: 'Set Category',
	action: 'Set category of device',
	description: 'Put a device into a category',
	fields: { category: categoryToSet },
	options: [categoryField],
	request: ({ deviceId: id, category: chosen, options }) => {
		const usual = typeof chosen === 'number' ? 'id' : 'name';
		return {
			api: 'v2',
			method: 'PUT',
			path: path`/Device/${id}/Category`,
			body: { [String(options.categoryField ?? usual)]: chosen },
		};
	},
});
