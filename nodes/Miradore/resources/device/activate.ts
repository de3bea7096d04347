import { defineOperation } from '../../execution/operation';
import { deviceId } from '../../fields/deviceId';
import { commandOptions } from '../../fields/options';
import { path } from '../../transport/request';

/** `POST /Device/{id}/Activate`, without a body (miradore-api.md 4). */
export const activate = defineOperation({
	value: 'activate',
	name: 'Activate',
	action: 'Activate device',
	description:
		'Reactivate a retired device that is not managed. A managed one has to be enrolled again, Miradore says.',
	effect: 'command',
	fields: { deviceId, options: commandOptions() },
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Activate`,
	}),
});
