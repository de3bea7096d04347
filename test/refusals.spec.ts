import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const deviceId = byId(2);
const user = byId(2001);
/** Typed in, n8n itself refuses it; an expression may still give it. */
const nothing = '={{ "" }}';

describe('bad input', () => {
	it.each<[string, string, IDataObject, string]>([
		['device', 'lock', { deviceId: byId(0) }, "'Device' is not a device ID: 0"],
		['device', 'reboot', { deviceId: byId('={{ "2/../3" }}') }, "'Device' is not"],
		['device', 'wipe', { deviceId }, "Can't Be Undone' is off, so nothing was sent"],
		['device', 'retire', { deviceId, confirm: 'maybe' }, "Can't Be Undone' is neither true nor"],
		['device', 'enableLostMode', { deviceId }, "'Message' and 'Phone Number' are both empty"],
		['device', 'getLocations', { deviceId, simplify: '={{ "maybe" }}' }, "'Simplify' is neither"],
		[
			'device',
			'getLocations',
			{ deviceId, options: { exactTimes: '={{ "maybe" }}' } },
			"'Exact Times' is neither true nor false",
		],
		[
			'device',
			'getAll',
			{ options: { includeRetired: '={{ "maybe" }}' } },
			"'Include Retired' is neither true nor false",
		],
		['device', 'update', { deviceId }, 'Nothing is set, so there is nothing to send'],
		['device', 'create', {}, 'Nothing is set, so there is nothing to send'],
		[
			'device',
			'update',
			{
				deviceId,
				updateFields: { model: 'Y' },
				options: { additionalBodyFields: '{"model": null}' },
			},
			"'model' is set twice",
		],
		['device', 'setModel', { deviceId, model: nothing }, "'Model' is empty"],
		[
			'device',
			'deployApplication',
			{ deviceId, deploymentMethodId: 'x' },
			"'Deployment Method ID'",
		],
		['device', 'deployApplication', { deviceId }, 'Nothing is set'],
		['device', 'setCustomAttribute', { deviceId, attributeId: 'a/b' }, "'Custom Attribute ID'"],
		['device', 'addTag', { deviceId, tag: '..' }, `".." can't be used in a Miradore address`],
		[
			'device',
			'update',
			{ deviceId, options: { additionalBodyFields: '[1]' } },
			"'Additional Body Fields' is not a JSON object",
		],
		['user', 'create', { email: nothing, firstName: 'A', lastName: 'B' }, "'Email' is empty"],
		['user', 'update', { user }, 'Nothing is set, so there is nothing to send'],
		...['{"email": ""}', '{"mail": "m"}', '{"email": 1}', '{"email": "lastName"}'].map(
			(bodyFieldNames): [string, string, IDataObject, string] => [
				'user',
				'create',
				{ email: 'a@b.c', firstName: 'A', lastName: 'B', options: { bodyFieldNames } },
				"'Body Field Names (JSON)' can't be used",
			],
		),
		[
			'user',
			'update',
			{ user: byId(0), updateFields: { lastName: 'B' } },
			"'User' is neither a user ID nor an email",
		],
		['user', 'delete', { user: { ...user, value: nothing }, confirm: true }, "'User' is empty"],
		[
			'user',
			'delete',
			{ user: { ...user, value: 'a@b.c' }, confirm: true, options: { emailParameter: 'a&b' } },
			"'Email Parameter' is not the name of a query parameter",
		],
		['userTag', 'add', { user, tags: ' , ' }, "'Tags' names nothing"],
		['userTag', 'remove', { user, tagName: nothing }, "'Tag' is empty"],
		['deviceIdentifier', 'add', { user, identifiers: nothing }, "'Identifiers' is empty"],
		['deviceIdentifier', 'remove', { user, identifier: '.' }, `"." can't be used`],
		['customAttribute', 'create', { name: nothing }, "'Display Name' is empty"],
		[
			'customAttribute',
			'update',
			{ attributeId: nothing, updateFields: { name: 'Unit' } },
			"'Custom Attribute ID' is empty",
		],
		[
			'customAttribute',
			'delete',
			{ attributeId: '../1', confirm: true },
			"'Custom Attribute ID' can't be used",
		],

		[
			'device',
			'getCustomAttributes',
			{ deviceId: byId('={{ "x" }}') },
			"'Device' is not a device ID: x",
		],
		['customAttribute', 'get', { attributeId: nothing }, "'Custom Attribute ID' is empty"],
		['customAttribute', 'getAll', { limit: 0 }, "'Limit' is not a whole number from 1"],
		['user', 'get', { user: byId('anna') }, "'User' is neither a user ID nor an email address"],
		['userTag', 'getAll', { user: byId(nothing) }, "'User' is empty"],
		['deviceIdentifier', 'getAll', { user: byId(-1) }, "'User' is neither a user ID nor an email"],
		['application', 'get', { applicationId: 'kartta' }, "'Application ID'"],
	])('%s %s with %j is refused: %s', async (resource, operation, parameters, message) => {
		const { error } = await execute({
			parameters: { resource, operation, ...parameters },
			credential: simulation.credential,
		});
		expect(error?.message).toContain(message);
		expect(error?.message).toContain('[item 0]');
		expect(error?.description ?? '').not.toContain('Failed:');
		expect(simulation.site.requests).toEqual([]);
	});
});

describe('what Miradore does not know', () => {
	it.each<[string, string, IDataObject]>([
		['device', 'reboot', { deviceId: byId(999) }],
		['device', 'activate', { deviceId: byId(999) }],
		['device', 'setCustomAttribute', { deviceId, attributeId: '77', value: 'x' }],
		['user', 'update', { user: byId(9999), updateFields: { firstName: 'A' } }],
		['userTag', 'remove', { user: byId(9999), tagName: 'Field' }],
		['customAttribute', 'delete', { attributeId: '77', confirm: true }],
	])('%s %s with %j was not found', async (resource, operation, parameters) => {
		const { error } = await execute({
			parameters: { resource, operation, ...parameters },
			credential: simulation.credential,
		});
		expect(error?.message).toMatch(/did not find it \(404\) \[item 0\]$/);
		expect(simulation.site.requests).toHaveLength(1);
	});
});
