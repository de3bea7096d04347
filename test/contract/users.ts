import type { IDataObject } from 'n8n-workflow';
import { v1, v2, type Expectation, type ExpectOf } from './expectation';

const list = 'rows=250,page=1,dateformat=yyyy-MM-dd HH:mm:ss';
const json = '{"text": "Jyväskylä", "list": [1, null]}';
const body = { text: 'Jyväskylä', list: [1, null] };
const person = { email: 'anna@example.com', firstName: 'Anna', lastName: 'Aho' };

/** Requests about users, their tags and device identifiers (miradore-api.md 1.3 and 5.7). */
export const expectUsers: ExpectOf = ({ fleet }) => {
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
	};
};
