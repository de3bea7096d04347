import { defineOperation } from '../../execution/operation';
import { additionalBodyFields, bodyOf, refuseEmpty } from '../../fields/body';
import { deviceFields } from '../../fields/deviceFields';
import { commandOptions } from '../../fields/options';

/** `POST /Device` (miradore-api.md 1.4). */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create device',
	description:
		'Create a device of the platform Other, which Miradore does not manage. Which fields it needs is not documented publicly.',
	effect: 'command',
	fields: {
		deviceFields: deviceFields('deviceFields', 'Device Fields'),
		options: commandOptions([additionalBodyFields]),
	},
	request: ({ deviceFields: fields, options }) => ({
		api: 'v2',
		method: 'POST',
		path: '/Device',
		body: refuseEmpty(bodyOf(fields, options)),
	}),
});
