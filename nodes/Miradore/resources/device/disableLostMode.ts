import { waitForResult } from '../../fields/protection';
import { waitForSign } from '../../inventory/waitForResult';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `DELETE /Device/{id}/LostMode` (miradore-api.md 4). */
export const disableLostMode = defineDeviceCommand({
	value: 'disableLostMode',
	name: 'Disable Lost Mode',
	action: 'Disable lost mode of device',
	description: 'Queue the end of Lost Mode, so that the user can unlock the iPhone or iPad again',
	options: [waitForResult],
	request: ({ deviceId: id }) => ({
		api: 'v2',
		method: 'DELETE',
		path: path`/Device/${id}/LostMode`,
	}),
	followUp: waitForSign({
		attribute: 'Client.LostModeStatus',
		values: ['Disabled'],
		name: 'lostModeStatus',
	}),
});
