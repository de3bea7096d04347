import { additionalBodyFields, bodyOf } from '../../fields/body';
import { confirm } from '../../fields/confirm';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/**
 * `POST /Device/{id}/Wipe`; the names of the body's fields aren't known, and `{}` takes Miradore's
 * defaults (miradore-api.md 4).
 */
export const wipe = defineDeviceCommand({
	value: 'wipe',
	name: 'Wipe',
	action: 'Wipe device',
	description:
		"Queue a wipe command, which can't be undone. It erases iPhones, iPads and fully managed Android devices; on Android devices with a work profile it removes the work profile only. What happens to Macs and Windows computers is not documented.",
	warns: true,
	fields: { confirm },
	options: [additionalBodyFields],
	request: ({ deviceId: id, options }) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Wipe`,
		body: bodyOf({}, options),
	}),
});
