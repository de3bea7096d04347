import { defineOperation } from '../../execution/operation';
import { options } from '../../fields/options';
import { name } from '../../fields/text';
import { readJsonItems } from '../../transport/json';
import { path } from '../../transport/request';

const applicationId = name(
	{
		displayName: 'Application ID',
		name: 'applicationId',
		placeholder: 'e.g. 7',
		description:
			"The number at the end of the address of the application's page in the console; the API lists no applications",
	},
	/^[1-9]\d{0,8}$/,
);

/** `GET /Application/{id}` (miradore-api.md 4). */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get application',
	description: "Read an application of Miradore's catalogue with its deployment methods",
	effect: 'read',
	fields: { applicationId, options: options() },
	request: ({ applicationId: id }) => ({
		api: 'v2',
		method: 'GET',
		path: path`/Application/${id}`,
	}),
	toItems: (body) => readJsonItems(body, 'application'),
});
