import { defineOperation } from '../../execution/operation';
import { deviceId } from '../../fields/deviceId';
import { options } from '../../fields/options';
import { path } from '../../transport/request';

/** `POST /Device/{id}/Lock`, without a body (contract section 3). */
export const lock = defineOperation({
	value: 'lock',
	name: 'Lock',
	action: 'Lock device',
	description:
		'Queue a lock command: the device locks when Miradore next reaches it. A Mac restarts and needs a PIN that Miradore shows in the console.',
	effect: 'command',
	fields: { deviceId, options: options() },
	request: ({ deviceId: id }) => ({ api: 'v2', method: 'POST', path: path`/Device/${id}/Lock` }),
});
