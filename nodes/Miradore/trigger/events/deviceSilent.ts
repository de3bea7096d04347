import type { IDataObject } from 'n8n-workflow';
import { chosenDevices } from '../../fields/chosenDevices';
import { wholeNumber } from '../../fields/wholeNumber';
import { readDate } from '../../inventory/dates';
import { condition } from '../../inventory/query';
import { defineInventoryEvent } from '../inventoryPoll';
import { devices } from '../subjects';
import { dayMs } from '../../values/day';

const label = 'Not Reported for Days';
const notReportedForDays = wholeNumber(
	{
		displayName: label,
		name: 'notReportedForDays',
		default: 7,
		description: 'After how many days without a report a device counts as silent',
	},
	1,
	3650,
);

/** Devices that haven't reported for long, by `LastReportedDays` (miradore-api.md 5.6). */
export const deviceSilent = defineInventoryEvent({
	subject: devices,
	value: 'deviceSilent',
	name: 'Device Not Reporting',
	description: 'When a device has not reported for some days: once for each silence',
	fields: { ...chosenDevices, notReportedForDays },
	conditions: ({ notReportedForDays: days }) => ({
		notReportedForDays: condition(label, 'LastReportedDays', 'ge', days),
	}),
	signatureOf: (device, { notReportedForDays: days }, now) => silenceOf(device, days, now),
	watched: () => ['Created', 'LastReported'],
	countsUnknown: true,
	latestBy: 'LastReported',
	withoutExample: 'No device is silent for so long',
});

/** What tells one silence of a device from another: since when it lasts. */
function silenceOf({ Created, LastReported }: IDataObject, days: number, now: number) {
	if (LastReported) return String(LastReported);
	// A device that never reported is silent since it was made; when that was isn't guessed.
	const created = readDate(Created) ?? -Infinity;
	return created > now - days * dayMs ? undefined : 'never';
}
