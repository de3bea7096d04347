import { attributeId } from '../../fields/attributeId';
import { additionalBodyFields, bodyOf } from '../../fields/body';
import { text } from '../../fields/text';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

const attributeValue = text(
	{
		displayName: 'Value',
		name: 'value',
		placeholder: 'e.g. Helsinki',
		description: 'The new value; empty text clears it',
	},
	'emptyText',
);

/** `PUT /Device/{id}/CustomAttribute/{attributeId}`; an empty one clears (miradore-api.md 1.3). */
export const setCustomAttribute = defineDeviceCommand({
	value: 'setCustomAttribute',
	name: 'Set Custom Attribute',
	action: 'Set custom attribute of device',
	description:
		'Set the value of a custom attribute for a device. It is sent in a field named value, as other clients of the API describe it.',
	fields: { attributeId, value: attributeValue },
	options: [additionalBodyFields],
	request: ({ deviceId: id, attributeId: attribute, value, options }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/CustomAttribute/${attribute}`,
		body: { value, ...bodyOf({}, options) },
	}),
});
