import { defineOperation } from '../../execution/operation';
import { deviceId } from '../../fields/deviceId';
import { onlyIf } from '../../fields/onlyIf';
import { commandOptions } from '../../fields/options';
import { maximumDevices } from '../../fields/protection';
import { findMismatch } from '../../inventory/precondition';
import { path } from '../../transport/request';

/** `POST /Device/{id}/Lock`, without a body (miradore-api.md 3). */
export const lock = defineOperation({
	value: 'lock',
	name: 'Lock',
	action: 'Lock device',
	description:
		"Queue a lock command: the device locks when Miradore next reaches it, and its user's passcode opens it again. A Mac restarts and needs a PIN that only Miradore's console shows; look it up there before you rely on it.",
	warns: true,
	effect: 'command',
	fields: { deviceId, onlyIf, options: commandOptions([maximumDevices]) },
	precondition: findMismatch,
	request: ({ deviceId: id }) => ({ api: 'v2', method: 'POST', path: path`/Device/${id}/Lock` }),
});
