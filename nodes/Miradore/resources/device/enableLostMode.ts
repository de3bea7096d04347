import { UserError } from 'n8n-workflow';
import { additionalBodyFields, bodyOf } from '../../fields/body';
import { waitForResult } from '../../fields/protection';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { waitForSign } from '../../inventory/waitForResult';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

const message = text(
	{
		displayName: 'Message',
		name: 'message',
		placeholder: 'e.g. This phone is lost. Please call us.',
		description: 'What the lock screen shows. Apple asks for a message or a phone number.',
	},
	'nothing',
);

const phoneNumber = text(
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		placeholder: 'e.g. +358 9 123 4567',
		description: 'The number that the lock screen offers to call',
	},
	'nothing',
);

const footnote = text(
	{
		displayName: 'Footnote',
		name: 'footnote',
		placeholder: 'e.g. Property of Acme',
		description: 'A line at the bottom of the lock screen',
	},
	'nothing',
);

const enableLocationTracking = toggle({
	displayName: 'Enable Location Tracking',
	name: 'enableLocationTracking',
	default: false,
	description: 'Whether Miradore locates the device while it is in Lost Mode',
});

/** `POST /Device/{id}/LostMode` (miradore-api.md 4). */
export const enableLostMode = defineDeviceCommand({
	value: 'enableLostMode',
	name: 'Enable Lost Mode',
	action: 'Enable lost mode of device',
	description:
		'Lock a supervised iPhone or iPad and show a message on it until Lost Mode is disabled. On a device that is not supervised, Miradore accepts the command and nothing happens.',
	warns: true,
	fields: { message, phoneNumber, footnote, enableLocationTracking },
	options: [additionalBodyFields, waitForResult],
	request: ({
		deviceId: id,
		options,
		message: shown,
		phoneNumber: phone,
		footnote: note,
		enableLocationTracking: isTracked,
	}) => {
		const fields = {
			message: shown,
			phoneNumber: phone,
			footnote: note,
			enableLocationTracking: isTracked,
		};
		const others = Object.keys((options.additionalBodyFields ?? {}) as object);
		if (!shown && !phone && others.length === 0) {
			throw new UserError("'Message' and 'Phone Number' are both empty", {
				description: 'Apple needs one of them, so that a finder knows what to do',
			});
		}
		return {
			api: 'v2',
			method: 'POST',
			path: path`/Device/${id}/LostMode`,
			body: bodyOf(fields, options),
		};
	},
	followUp: waitForSign({
		attribute: 'Client.LostModeStatus',
		values: ['Enabled', 'EnabledWithLocationTracking'],
		name: 'lostModeStatus',
	}),
});
