import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Site } from '../transport/site';
import { readLocator, type Locator } from './locator';
import { idInAddress } from './deviceAddress';
import { shorten } from '../values/entered';
import { largestId } from '../values/number';

/** The id of one device: a whole number from 1, as API v2 wants it (miradore-api.md 1.3). */
export const deviceId: Field<number> = {
	property: {
		displayName: 'Device',
		name: 'deviceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The device as Miradore numbers it',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchDevices', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12',
				hint: "The number at the end of the address of the device's page in the console",
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://online.miradore.com/acme/…/12',
				hint: "The address of the device's page in the console",
			},
		],
	},
	identifies: true,
	read: (value, { site }) => readDeviceId(readLocator(value), site),
};

/**
 * The id in a locator's value: a number, or in mode `url` the one in the address of a device's page.
 *
 * @throws UserError when there is none, and for an address in which it isn't certain
 */
export function readDeviceId({ mode, value }: Locator, site: Site): number {
	if (!['list', 'id', 'url'].includes(mode)) {
		throw new UserError("'Device' can't be found in this way here", {
			description:
				"Choose 'From List', 'By ID' or 'By URL': another operation may have left its own way in the field.",
		});
	}
	const digits = mode === 'url' ? idInAddress(value, site) : /^\d+$/.exec(value)?.[0];
	const id = Number(digits);
	if (id >= 1 && id <= largestId) return id;
	throw new UserError(`'Device' is not a device ID: ${shorten(value)}`, {
		description: 'Enter the number that Miradore gave the device, for example 12',
	});
}
