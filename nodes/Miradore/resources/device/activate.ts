import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `POST /Device/{id}/Activate`, without a body (miradore-api.md 4). */
export const activate = defineDeviceCommand({
	value: 'activate',
	name: 'Activate',
	action: 'Activate device',
	description:
		'Reactivate a retired device that is not managed. A managed one has to be enrolled again, Miradore says.',
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Activate`,
	}),
});
