import { inferredBodyOf, inferredBodyOptions } from '../../fields/inferredBody';
import { requiredText, text } from '../../fields/text';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `PUT /Device/{id}/Model`; the names of the body's fields are inferred (miradore-api.md 1.3 and 1.4). */
export const setModel = defineDeviceCommand({
	value: 'setModel',
	name: 'Set Model',
	action: 'Set model of device',
	description: 'Set the model and the manufacturer of a device',
	fields: {
		model: requiredText({
			displayName: 'Model',
			name: 'model',
			placeholder: 'e.g. Galaxy A54',
			description: 'What the console shows as the model',
		}),
		manufacturer: text(
			{
				displayName: 'Manufacturer',
				name: 'manufacturer',
				placeholder: 'e.g. Samsung',
				description: 'What the console shows as the manufacturer; not sent where empty',
			},
			'nothing',
		),
	},
	options: inferredBodyOptions(['model', 'manufacturer']),
	request: ({ deviceId: id, model, manufacturer, options }) => ({
		api: 'v2',
		method: 'PUT',
		path: path`/Device/${id}/Model`,
		body: inferredBodyOf({ model, manufacturer }, options),
	}),
});
