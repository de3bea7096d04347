import { defineOperation } from '../../execution/operation';
import { bodyOfList, listField } from '../../fields/bodyOfList';
import { nameList } from '../../fields/nameList';
import { commandOptions } from '../../fields/options';
import { emailParameter, user, userRequest } from '../../fields/user';

const identifiers = nameList({
	displayName: 'Identifiers',
	name: 'identifiers',
	placeholder: 'e.g. C02XK1AAJGH5, 990000862471854',
	description:
		'The serial numbers, IMEIs or UDIDs, separated by commas, or a list from an expression',
});

/**
 * `POST /User/{userId}/DeviceIdentifier` and `POST /User/DeviceIdentifier`; the wire shape isn't
 * known (miradore-api.md 1.3).
 */
export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add device identifiers to user',
	description:
		"Assign devices to a user before they are enrolled, by serial number, IMEI or UDID. An identifier that another user has moves to this one, as with Miradore's import.",
	effect: 'command',
	fields: { user, identifiers, options: commandOptions([emailParameter, listField]) },
	request: ({ user: who, identifiers: names, options }) =>
		userRequest('POST', who, options, '/DeviceIdentifier', bodyOfList(names, options.listField)),
});
