import { chosenDevices } from '../../fields/chosenDevices';
import { defineInventoryEvent } from '../inventoryPoll';
import { devices } from '../subjects';

/** Devices that weren't listed before (miradore-api.md 5). */
export const deviceAdded = defineInventoryEvent({
	subject: devices,
	value: 'deviceAdded',
	name: 'Device Added',
	description: 'When a device is new in Miradore, or comes to match the filters for the first time',
	fields: chosenDevices,
	signatureOf: () => '+',
	watched: () => [],
	countsUnknown: true,
	latestBy: 'Created',
	withoutExample: 'There is no such device',
});
