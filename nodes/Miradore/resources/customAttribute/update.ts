import { defineOperation } from '../../execution/operation';
import { attributeId } from '../../fields/attributeId';
import { body } from '../../fields/body';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `PUT /CustomAttribute/{attributeId}`; the body's fields aren't known (miradore-api.md 1.3). */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update custom attribute',
	description: 'Change the definition of a custom attribute',
	effect: 'command',
	fields: { attributeId, body: body('The definition of the attribute'), options: commandOptions() },
	request: ({ attributeId: id, body: entered }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/CustomAttribute/${id}`,
		body: entered,
	}),
});
