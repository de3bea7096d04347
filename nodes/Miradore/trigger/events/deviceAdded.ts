import { defineInventoryEvent } from '../inventoryEvent';

/** Devices that weren't listed before (miradore-api.md 5). */
export const deviceAdded = defineInventoryEvent({
	value: 'deviceAdded',
	name: 'Device Added',
	description: 'When a device is new in Miradore, or comes to match the filters for the first time',
	fields: {},
	signatureOf: () => '+',
	watched: [],
	countsUnknown: true,
	latestBy: 'Created',
	withoutExample: 'There is no such device',
});
