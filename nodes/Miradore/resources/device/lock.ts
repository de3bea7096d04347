import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `POST /Device/{id}/Lock`, without a body (miradore-api.md 3). */
export const lock = defineDeviceCommand({
	value: 'lock',
	name: 'Lock',
	action: 'Lock device',
	description:
		"Queue a lock command: the device locks when Miradore next reaches it, and its user's passcode opens it again; without a passcode it protects nothing. A Mac restarts and needs a PIN that only Miradore's console shows; look it up there before you rely on it.",
	warns: true,
	request: ({ deviceId: id }) => ({ api: 'v2', method: 'POST', path: path`/Device/${id}/Lock` }),
});
