import { defineOperation } from '../../execution/operation';
import { deviceId } from '../../fields/deviceId';
import { onlyIf } from '../../fields/onlyIf';
import { commandOptions } from '../../fields/options';
import { maximumDevices } from '../../fields/protection';
import { findMismatch } from '../../inventory/precondition';
import { path } from '../../transport/request';

/** `POST /Device/{id}/Reboot`, without a body (miradore-api.md 4). */
export const reboot = defineOperation({
	value: 'reboot',
	name: 'Reboot',
	action: 'Reboot device',
	description:
		'Queue a reboot command. Which platforms obey is not documented; Apple devices have to be supervised.',
	effect: 'command',
	fields: { deviceId, onlyIf, options: commandOptions([maximumDevices]) },
	precondition: findMismatch,
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Reboot`,
	}),
});
