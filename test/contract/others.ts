import type { IDataObject } from 'n8n-workflow';
import { expectLists } from './lists';
import { v1, v2, type Expectation, type ExpectOf } from './expectation';

const list = 'rows=250,page=1,dateformat=yyyy-MM-dd HH:mm:ss';
const json = '{"text": "Jyväskylä", "list": [1, null]}';
const body = { text: 'Jyväskylä', list: [1, null] };
const person = { email: 'anna@example.com', firstName: 'Anna', lastName: 'Aho' };

/** Requests about users, attributes and the rest (miradore-api.md 1.3 and 5.7). */
export const expectOthers: ExpectOf = ({ fleet }) => {
	const [{ userId, userEmail }] = fleet.devices;
	/** The same call for a user by id and by email address. */
	const byIdAndEmail = (
		call: string,
		parameters: IDataObject = {},
		path: Record<string, string> = {},
		sent?: unknown,
	): Expectation[] => [
		v2(
			call,
			{ user: { __rl: true, mode: 'list', value: String(userId) }, ...parameters },
			{ path: { userId: String(userId), ...path }, body: sent },
		),
		v2(
			`${call}ByEmail`,
			{ user: { __rl: true, mode: 'email', value: userEmail }, ...parameters },
			{ path, query: { email: userEmail }, body: sent },
		),
	];
	return {
		...expectLists,
		'user batch': [
			v2('batchUsers', { userJson: json }, { body: [body] }),
			v2(
				'batchUsers',
				{ userJson: json, options: { listField: 'create' } },
				{ body: { create: [body] } },
			),
		],
		'user create': [
			v2('createUser', person, { body: person }),
			v2(
				'createUser',
				{
					...person,
					additionalFields: { middleName: 'Maria', phoneNumber: '+358401234567' },
					options: { bodyFieldNames: '{"firstName": "given"}', additionalBodyFields: json },
				},
				{
					body: {
						email: person.email,
						given: person.firstName,
						lastName: person.lastName,
						middleName: 'Maria',
						phoneNumber: '+358401234567',
						...body,
					},
				},
			),
		],
		'user get': byIdAndEmail('getUser'),
		'user getAll': [
			v1(
				'GET /API/User',
				{ returnAll: true, filters: { emailContains: '@', status: 'Active' } },
				{
					select: '*,ID',
					orderby: 'ID',
					filters: 'Email contains @ and Status eq Active',
					options: list,
				},
			),
		],
		'user update': byIdAndEmail(
			'updateUser',
			{
				updateFields: { lastName: 'Aho' },
				options: { bodyFieldNames: '{"lastName": "surname"}' },
			},
			{},
			{ surname: 'Aho' },
		),
		'userTag add': byIdAndEmail('addUserTags', { tags: 'two words, Field' }, {}, [
			'two words',
			'Field',
		]),
		'userTag getAll': byIdAndEmail('getUserTags'),
		'userTag remove': byIdAndEmail(
			'removeUserTag',
			{ tagName: 'two words' },
			{ tagName: 'two words' },
		),
		'deviceIdentifier add': byIdAndEmail(
			'addDeviceIdentifiers',
			{ identifiers: ['C02', 'a/b'], options: { listField: 'identifiers' } },
			{},
			{ identifiers: ['C02', 'a/b'] },
		),
		'deviceIdentifier getAll': byIdAndEmail('getDeviceIdentifiers'),
		'deviceIdentifier remove': byIdAndEmail(
			'removeDeviceIdentifier',
			{ identifier: 'a/b' },
			{ identifier: 'a/b' },
		),
		'user delete': byIdAndEmail('deleteUser', { confirm: true }),
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
					options: list.replace('250', '25'),
				},
			),
		],
	};
};
