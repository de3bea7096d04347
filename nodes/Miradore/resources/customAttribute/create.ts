import { defineOperation } from '../../execution/operation';
import { attributeBodyNames, attributeFields, attributeName } from '../../fields/attributeFields';
import { refuseEmpty } from '../../fields/body';
import { collection } from '../../fields/collection';
import { inferredBodyOf, inferredBodyOptions } from '../../fields/inferredBody';
import { commandOptions } from '../../fields/options';
import { requiredText } from '../../fields/text';

/** `POST /CustomAttribute`; the names of the body's fields are inferred (miradore-api.md 4). */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create custom attribute',
	description: 'Define a custom attribute for devices',
	effect: 'command',
	fields: {
		name: requiredText(attributeName),
		additionalFields: collection(
			{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
			attributeFields,
		),
		options: commandOptions(inferredBodyOptions(attributeBodyNames)),
	},
	request: ({ name, additionalFields, options }) => ({
		api: 'v2',
		method: 'POST',
		path: '/CustomAttribute',
		body: refuseEmpty(inferredBodyOf({ name, ...additionalFields }, options)),
	}),
});
