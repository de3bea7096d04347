import { defineInventoryEvent } from '../inventoryEvent';

/** Devices whose status differs from the one before (miradore-api.md 5.6). */
export const deviceStatusChanged = defineInventoryEvent({
	value: 'deviceStatusChanged',
	name: 'Device Status Changed',
	description:
		'When the status of a device changed: the item tells from what to what. A test run shows the device that was modified last, without the status before.',
	fields: {},
	includesRetired: true,
	signatureOf: ({ Status }) => String(Status),
	needs: 'Status',
	watched: ['Status'],
	countsUnknown: false,
	details: (to, from) => ({ from: from ?? null, to }),
	latestBy: 'Modified',
	withoutExample: 'There is no such device',
});
