import { defineOperation } from '../../execution/operation';
import { attributeBodyNames, attributeFields, attributeName } from '../../fields/attributeFields';
import { attributeId } from '../../fields/attributeId';
import { refuseEmpty } from '../../fields/body';
import { collection } from '../../fields/collection';
import { inferredBodyOf, inferredBodyOptions } from '../../fields/inferredBody';
import { commandOptions } from '../../fields/options';
import { text } from '../../fields/text';
import { path } from '../../transport/request';

/** `PUT /CustomAttribute/{attributeId}`; the names in the body are inferred (miradore-api.md 4). */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update custom attribute',
	description:
		'Change the definition of a custom attribute. Whether what is not set stays as it is, is not documented publicly.',
	effect: 'command',
	fields: {
		attributeId,
		updateFields: collection(
			{ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add field' },
			[text(attributeName, 'nothing'), ...attributeFields],
		),
		options: commandOptions(inferredBodyOptions(attributeBodyNames)),
	},
	request: ({ attributeId: id, updateFields, options }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/CustomAttribute/${id}`,
		body: refuseEmpty(inferredBodyOf(updateFields, options)),
	}),
});
