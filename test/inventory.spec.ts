import { execute } from './core/execute';
import { credentialOf, spellings, useSite } from './core/site';
import { holdsKey, telltaleKey } from './n8n/traces';
import { startSimulator, type SimulatedSite } from './simulator';

const simulation = useSite();

const run = (resource: string, operation: string, parameters = {}) =>
	execute({
		parameters: { resource, operation, ...parameters },
		credential: simulation.credential,
	});

describe('User > Get Many', () => {
	it('gives flat fields of each user, once', async () => {
		const { success, error } = await run('user', 'getAll', { returnAll: true });
		expect(error).toBeUndefined();
		const emails = new Set(simulation.site.fleet.devices.map(({ userEmail }) => userEmail));
		expect(success.map(({ json }) => json.email).sort()).toEqual([...emails].sort());
		expect(Object.keys(success[0].json)).toEqual([
			'id',
			'email',
			'firstName',
			'lastName',
			'phoneNumber',
			'status',
		]);
	});

	it('finds users by a part of their address, and gives all that Miradore sent', async () => {
		const [{ userEmail, userId }] = simulation.site.fleet.devices;
		const { success } = await run('user', 'getAll', {
			simplify: false,
			filters: { emailContains: userEmail },
		});
		expect(success.map(({ json }) => [json.ID, json.Email])).toEqual([[String(userId), userEmail]]);
	});
});

describe('Inventory > Query', () => {
	it('reads any item', async () => {
		const { success } = await run('inventory', 'query', { item: 'Tag', select: 'Name', limit: 50 });
		const tags = new Set(simulation.site.fleet.devices.flatMap((device) => device.tags));
		expect(tags.size).toBeGreaterThan(0);
		expect(success.map(({ json }) => json.Name)).toEqual(expect.arrayContaining([...tags]));
	});

	it('selects, filters and sorts in the terms of the API', async () => {
		const { success } = await run('inventory', 'query', {
			item: 'Device',
			select: 'ID,Platform,InvApplication.Name',
			filters: 'Platform eq iOS and Status ne Deleted',
			orderBy: 'ID desc',
			limit: 2,
		});
		const expected = simulation.site.fleet.devices
			.filter(({ platform, status }) => platform === 'iOS' && status !== 'Deleted')
			.reverse()
			.slice(0, 2);
		expect(success.map(({ json }) => json)).toEqual(
			expected.map(({ id, applications }) => ({
				ID: String(id),
				Platform: 'iOS',
				...(applications.length > 0 && {
					InvApplications: applications.map(({ name }) => ({ Name: name })),
				}),
			})),
		);
	});

	it.each(['Device/1', '../User', 'a b'])('refuses the item %j', async (item) => {
		const { error } = await run('inventory', 'query', { item });
		expect(error?.message).toBe("'Item' is not the name of an item of API v1 [item 0]");
		expect(simulation.site.requests).toEqual([]);
	});
});

describe('A key that a list repeats', () => {
	const apiKey = telltaleKey('list');
	const xml = (text: string) => spellings(text)[5];
	let site: SimulatedSite;

	beforeAll(async () => {
		site = await startSimulator({ apiKey, size: 1 });
	});

	afterAll(() => site.stop());

	it.each([
		['as it is', apiKey],
		...spellings(apiKey).map((spelling) => ['in a spelling of its own', spelling]),
		['escaped for XML once more', xml(xml(apiKey))],
		['in JSON, and that escaped for XML', xml(JSON.stringify(apiKey).slice(1, -1))],
		['by the number of the ampersand', xml(apiKey).replaceAll('&', '&#38;')],
	])('is masked %s: %s', async (_, name) => {
		Object.assign(site.fleet.devices[0], { name: `Phone of ${name}, spare`, status: 'Active' });
		const parameters = { operation: 'getAll', returnAll: true };
		const { success, saved } = await execute({ parameters, credential: credentialOf(site) });
		expect(success.map(({ json }) => json.name)).toEqual(['Phone of ***, spare']);
		expect(holdsKey(saved, apiKey)).toBe(false);
	});
});
