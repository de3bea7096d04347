import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const read = (resource: string, operation: string, parameters: IDataObject = {}) =>
	execute({
		parameters: { resource, operation, ...parameters },
		credential: simulation.credential,
	});

beforeAll(() => {
	const { fleet } = simulation.site;
	fleet.attributes = [1, 2, 3].map((number) => ({ id: String(number), name: `Field ${number}` }));
	fleet.devices[0].attributeValues = { 2: 'Sales' };
	Object.assign(fleet.users.get(2001)!, { tags: ['Field', 'Loan'], deviceIdentifiers: ['C02'] });
});

describe('a read gives what Miradore sent, item by item', () => {
	it.each<[string, string, IDataObject, unknown]>([
		[
			'device',
			'getCustomAttributes',
			{ deviceId: byId(1) },
			[{ deviceId: 1, identifier: '2', name: 'Field 2', value: 'Sales' }],
		],
		['device', 'getCustomAttributes', { deviceId: byId(2) }, []],
		['customAttribute', 'get', { attributeId: '2' }, [{ id: '2', name: 'Field 2' }]],
		[
			'customAttribute',
			'getAll',
			{ limit: 2 },
			[
				{ id: '1', name: 'Field 1' },
				{ id: '2', name: 'Field 2' },
			],
		],
		['userTag', 'getAll', { user: byId(2001) }, [{ tag: 'Field' }, { tag: 'Loan' }]],
		['userTag', 'getAll', { user: byId(2002) }, []],
		['deviceIdentifier', 'getAll', { user: byId(2001) }, [{ identifier: 'C02' }]],
		[
			'application',
			'get',
			{ applicationId: '7' },
			[
				{
					id: 7,
					name: 'Kartta',
					deploymentMethods: [{ id: 3, name: 'Managed Google Play' }],
				},
			],
		],
	])('%s %s with %j', async (resource, operation, parameters, items) => {
		const { error, success } = await read(resource, operation, parameters);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toMatchObject(items as object);
		for (const { pairedItem } of success) expect(pairedItem).toEqual({ item: 0 });
	});

	it('finds a user by id and by email address', async () => {
		const { email, firstName } = simulation.site.fleet.users.get(2001)!;
		for (const user of [byId(2001), { __rl: true, mode: 'email', value: email }]) {
			const { success } = await read('user', 'get', { user });
			expect(success.map(({ json }) => json)).toMatchObject([{ id: 2001, email, firstName }]);
		}
	});
});

describe('a read that Miradore refuses', () => {
	it.each<[string, string, IDataObject]>([
		['device', 'getCustomAttributes', { deviceId: byId(999) }],
		['customAttribute', 'get', { attributeId: '99' }],
		['user', 'get', { user: byId(9999) }],
		['application', 'get', { applicationId: '99' }],
	])('%s %s with %j was not found', async (resource, operation, parameters) => {
		const { error } = await read(resource, operation, parameters);
		expect(error?.message).toMatch(/did not find it \(404\) \[item 0\]$/);
	});

	it.each(['text', '<html><p>Sign in</p></html>'])('does not take %p for data', async (body) => {
		simulation.site.addFault({ status: 200, body });
		const { error } = await read('user', 'get', { user: byId(2001) });
		expect(error?.message).toMatch(/something else than JSON|web page/);
	});
});
