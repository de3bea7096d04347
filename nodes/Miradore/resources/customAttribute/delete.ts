import { defineOperation } from '../../execution/operation';
import { attributeId } from '../../fields/attributeId';
import { confirm } from '../../fields/confirm';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `DELETE /CustomAttribute/{attributeId}` (miradore-api.md 1.3). */
export const deleteAttribute = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete custom attribute',
	description: 'Delete the definition of a custom attribute permanently',
	effect: 'command',
	fields: { attributeId, confirm, options: commandOptions() },
	deletes: true,
	request: ({ attributeId: id }) => ({
		api: 'v2',
		method: 'DELETE',
		path: path`/CustomAttribute/${id}`,
	}),
});
