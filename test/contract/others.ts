import { v1, v2, type ExpectOf } from './expectation';
import { expectLists } from './lists';
import { expectUsers } from './users';

/** Requests about all but devices: users, attributes and the rest (miradore-api.md 1.3 and 5.7). */
export const expectOthers: ExpectOf = (site) => ({
	...expectLists,
	...expectUsers(site),
	'customAttribute create': [
		v2('createCustomAttribute', { name: 'Owner' }, { body: { name: 'Owner' } }),
		v2(
			'createCustomAttribute',
			{
				name: 'Owner',
				additionalFields: { description: 'Who', showInDevicesPage: false },
				options: { bodyFieldNames: '{"name": "displayName"}' },
			},
			{ body: { displayName: 'Owner', description: 'Who', showInDevicesPage: false } },
		),
	],
	'customAttribute getAll': [v2('getCustomAttributes', { returnAll: true })],
	'customAttribute get': [
		v2('getCustomAttribute', { attributeId: '3' }, { path: { attributeId: '3' } }),
	],
	'customAttribute update': [
		v2(
			'updateCustomAttribute',
			{ attributeId: '3', updateFields: { name: 'Unit' } },
			{ path: { attributeId: '3' }, body: { name: 'Unit' } },
		),
	],
	'customAttribute delete': [
		v2(
			'deleteCustomAttribute',
			{ attributeId: '3', confirm: true },
			{ path: { attributeId: '3' } },
		),
	],
	'application get': [v2('getApplication', { applicationId: '7' }, { path: { id: '7' } })],
	'appleEnrollment syncDevices': [v2('syncDevices', {})],
	'inventory query': [
		v1(
			'GET /API/Device',
			{
				item: 'Device',
				select: 'ID, InvApplication.Name',
				filters: "Platform eq iOS or User.Email contains 'a b'",
				orderBy: 'ID desc',
				returnAll: true,
			},
			{
				select: 'ID,InvApplication.Name',
				filters: "Platform eq iOS or User.Email contains 'a b'",
				orderby: 'ID desc',
				options: 'rows=25,page=1,dateformat=yyyy-MM-dd HH:mm:ss',
			},
		),
	],
});
