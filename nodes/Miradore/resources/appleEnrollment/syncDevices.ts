import { defineOperation } from '../../execution/operation';
import { commandOptions } from '../../fields/options';

/** `POST /DEP/UpdateDEPDevices`, without a body; once a minute for a site (miradore-api.md 4). */
export const syncDevices = defineOperation({
	value: 'syncDevices',
	name: 'Sync Devices',
	action: 'Sync devices from Apple enrollment',
	description:
		"Let Miradore fetch the devices from Apple's enrollment program now. It is asked once for all input items, for Miradore allows it once a minute.",
	effect: 'command',
	fields: { options: commandOptions() },
	gather: ([first]) => first,
	request: () => ({ api: 'v2', method: 'POST', path: '/DEP/UpdateDEPDevices' }),
	explanations: { 429: 'Miradore allows this once a minute for each site.' },
});
