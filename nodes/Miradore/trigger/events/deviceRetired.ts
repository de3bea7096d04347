import { retired } from '../../inventory/devices';
import { defineInventoryEvent } from '../inventoryEvent';

/** Devices that were retired, which API v1 calls deleted (miradore-api.md 4). */
export const deviceRetired = defineInventoryEvent({
	value: 'deviceRetired',
	name: 'Device Retired',
	description: 'When a device was retired',
	fields: {},
	includesRetired: true,
	signatureOf: ({ Status }) => (Status === retired ? retired : undefined),
	watched: ['Status'],
	countsUnknown: true,
	latestBy: 'Modified',
	exampleConditions: { status: `Status eq ${retired}` },
	withoutExample: 'No device was retired',
});
