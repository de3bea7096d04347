import { defineOperation } from '../../execution/operation';
import { options } from '../../fields/options';
import { readJsonItems } from '../../transport/json';

/** `GET /Device/SuspendedDevices`, which answered 401 whenever seen (miradore-api.md 1.2). */
export const getSuspended = defineOperation({
	value: 'getSuspended',
	name: 'Get Suspended',
	action: 'Get suspended devices',
	description:
		'Read the devices that are suspended. Miradore was seen to refuse every API key here; Get Many with the status Suspended finds them, too.',
	warns: true,
	effect: 'read',
	fields: { options: options() },
	request: () => ({ api: 'v2', method: 'GET', path: '/Device/SuspendedDevices' }),
	toItems: (body) => readJsonItems(body, 'deviceId'),
	explanations: {
		401: "Miradore was seen to refuse every key here, so yours may well be right: use 'Get Many' with the filter 'Status' set to Suspended instead.",
	},
});
