import { defineOperation } from '../../execution/operation';
import { commandOptions } from '../../fields/options';
import { name } from '../../fields/text';
import { emailParameter, user, userRequest } from '../../fields/user';
import { path } from '../../transport/request';

const identifier = name({
	displayName: 'Identifier',
	name: 'identifier',
	placeholder: 'e.g. C02XK1AAJGH5',
	description: 'The serial number, IMEI or UDID to remove',
});

/**
 * `DELETE /User/{userId}/DeviceIdentifier/{identifier}` and the same by email address
 * (miradore-api.md 1.3).
 */
export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove device identifier from user',
	description: 'Take a device identifier from a user',
	effect: 'command',
	fields: { user, identifier, options: commandOptions([emailParameter]) },
	request: ({ user: who, identifier: removed, options }) =>
		userRequest('DELETE', who, options, path`/DeviceIdentifier/${removed}`),
});
