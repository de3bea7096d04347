import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `POST /Device/{id}/Reboot`, without a body (miradore-api.md 4). */
export const reboot = defineDeviceCommand({
	value: 'reboot',
	name: 'Reboot',
	action: 'Reboot device',
	description:
		'Queue a reboot command. Which platforms obey is not documented; Apple devices have to be supervised.',
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Reboot`,
	}),
});
