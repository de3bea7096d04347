import { chosenOfAnyStatus } from '../../fields/chosenDevices';
import { retired } from '../../inventory/devices';
import { defineInventoryEvent } from '../inventoryPoll';
import { devices } from '../subjects';

/** Devices that were retired, which API v1 calls deleted (miradore-api.md 4). */
export const deviceRetired = defineInventoryEvent({
	subject: devices,
	value: 'deviceRetired',
	name: 'Device Retired',
	description: 'When a device was retired',
	fields: chosenOfAnyStatus,
	includesRetired: () => true,
	signatureOf: ({ Status }) => (Status === retired ? retired : undefined),
	watched: () => ['Status'],
	countsUnknown: true,
	latestBy: 'Modified',
	exampleConditions: { status: `Status eq ${retired}` },
	withoutExample: 'No device was retired',
});
