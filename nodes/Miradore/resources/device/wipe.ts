import { defineOperation } from '../../execution/operation';
import { additionalBodyFields, bodyOf } from '../../fields/body';
import { confirm } from '../../fields/confirm';
import { deviceId } from '../../fields/deviceId';
import { onlyIf } from '../../fields/onlyIf';
import { commandOptions } from '../../fields/options';
import { maximumDevices } from '../../fields/protection';
import { findMismatch } from '../../inventory/precondition';
import { path } from '../../transport/request';

/**
 * `POST /Device/{id}/Wipe`; the names of the body's fields aren't known, and `{}` takes Miradore's
 * defaults (miradore-api.md 4).
 */
export const wipe = defineOperation({
	value: 'wipe',
	name: 'Wipe',
	action: 'Wipe device',
	description:
		"Queue a wipe command, which can't be undone. It erases iPhones, iPads and fully managed Android devices; on Android devices with a work profile it removes the work profile only. What happens to Macs and Windows computers is not documented.",
	warns: true,
	effect: 'command',
	fields: {
		deviceId,
		onlyIf,
		confirm,
		options: commandOptions([additionalBodyFields, maximumDevices]),
	},
	precondition: findMismatch,
	request: ({ deviceId: id, options }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Wipe`,
		body: bodyOf({}, options),
	}),
});
