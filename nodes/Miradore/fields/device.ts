import { UserError } from 'n8n-workflow';
import { Clue } from '../execution/directory';
import type { Field } from '../execution/field';
import { deviceDirectory } from '../inventory/directory';
import { condition } from '../inventory/query';
import type { Site } from '../transport/site';
import { shorten } from '../values/entered';
import { largestId } from '../values/number';
import { idInAddress } from './consoleAddress';
import { readLocator, type Locator } from './locator';

/** What is written on a device or known of it, and what API v1 calls that (miradore-api.md 5.6). */
const ways: Record<string, { label: string; attribute: string }> = {
	serialNumber: { label: 'Serial Number', attribute: 'InvDevice.SerialNumber' },
	imei: { label: 'IMEI', attribute: 'InvDevice.IMEI' },
	name: { label: 'Name', attribute: 'InvDevice.DeviceName' },
	userEmail: { label: 'User Email', attribute: 'User.Email' },
};

/** What to do where something can't be asked for. */
const byId = "Choose the device from the list, or 'By ID'.";
const byPart =
	"Find it by the operation 'Get Many' with the filter 'Name Contains' and a part of the name without them, and use its ID with 'By ID'; or choose it from the list.";

const lookedUp = (what: string) =>
	`${what}: looked up before anything is sent, and has to be that of one device in use`;

/**
 * One device: by its ID, a whole number from 1 as API v2 wants it (miradore-api.md 1.3), or by what is
 * written on it or known of it, which the runner looks up.
 */
export const device: Field<number> = {
	property: {
		displayName: 'Device',
		name: 'deviceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description:
			"The device by its ID, serial number, IMEI, name, or its user's email address: the one that the mode beside it names",
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
			{
				displayName: 'By Serial Number',
				name: 'serialNumber',
				type: 'string',
				placeholder: 'e.g. C02XK1AAJGH5',
				hint: lookedUp('A serial number'),
			},
			{
				displayName: 'By IMEI',
				name: 'imei',
				type: 'string',
				placeholder: 'e.g. 990000862471854',
				hint: lookedUp('An IMEI'),
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. Field phone 11',
				hint: lookedUp("A device's name"),
			},
			{
				displayName: 'By User Email',
				name: 'userEmail',
				type: 'string',
				placeholder: 'e.g. anna@example.com',
				hint: lookedUp("The email address of the device's user"),
			},
		],
	},
	identifies: true,
	directory: deviceDirectory,
	// What the runner looks up is a number for everybody else.
	read: (value, { site }) => readIdOrClue(readLocator(value), site) as number,
};

/**
 * @throws UserError for a value that can't be that of a device, and for an address in which it isn't
 * certain
 */
function readIdOrClue({ mode, value }: Locator, site: Site): number | Clue {
	if (Object.hasOwn(ways, mode)) {
		const { label, attribute } = ways[mode];
		// Refuses what can't be asked for.
		condition(`Device' by '${label}`, attribute, 'eq', value, mode === 'name' ? byPart : byId);
		return new Clue(mode, label, attribute, value);
	}
	if (!['list', 'id', 'url'].includes(mode)) {
		const labels = device.property.modes?.map(({ displayName }) => `'${displayName}'`) ?? [];
		throw new UserError("'Device' can't be found in this way", {
			description: `Choose one of ${labels.join(', ')}.`,
		});
	}
	const digits = mode === 'url' ? idInAddress(value, site) : /^\d+$/.exec(value)?.[0];
	const id = Number(digits);
	if (id >= 1 && id <= largestId) return id;
	throw new UserError(`'Device' is not a device ID: ${shorten(value)}`, {
		description:
			"Enter the number that Miradore gave the device, for example 12, or choose another way beside the field, such as 'By Serial Number'",
	});
}
