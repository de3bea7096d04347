import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const run = (resource: string, parameters: IDataObject = {}) =>
	execute({
		parameters: { resource, operation: 'getAll', returnAll: true, ...parameters },
		credential: simulation.credential,
	});

/** What the simulated site has, and some of it by a filter. */
const lists: Record<string, { all: IDataObject[]; filters?: IDataObject; found?: number[] }> = {
	category: {
		all: [
			{ id: 5001, name: 'Shared' },
			{ id: 5002, name: 'Personal' },
		],
		filters: { nameContains: 'pers' },
		found: [1],
	},
	configurationProfile: {
		all: [
			{
				id: 6001,
				name: 'Office Wi-Fi',
				description: 'The network of the offices',
				type: 'Wireless',
				platform: 'Android',
				status: 'Active',
			},
			{
				id: 6002,
				name: 'Passcode',
				description: '',
				type: 'Passcode',
				platform: 'iOS',
				status: 'Deleted',
			},
		],
		filters: { platform: 'iOS', status: 'Deleted' },
		found: [1],
	},
	customAttributeDefinition: { all: [{ ID: '3', Name: 'Owner' }] },
	organization: {
		all: [
			unit(3001, 'Field Services', 'Field Services'),
			unit(3002, 'Research & Development', 'Research & Development'),
		],
		filters: { nameContains: 'field', status: 'Active' },
		found: [0],
	},
	place: {
		all: [
			unit(4001, 'Finland', 'Finland'),
			unit(4002, 'Helsinki', 'Finland / Helsinki', 4001),
			unit(4003, 'Jyväskylä', 'Finland / Jyväskylä', 4001),
		],
		filters: { status: 'Removed' },
		found: [],
	},
};

function unit(id: number, name: string, fullName: string, parentId: number | null = null) {
	return { id, name, fullName, status: 'Active', parentId };
}

beforeEach(() => (simulation.site.fleet.attributes = [{ id: '3', name: 'Owner' }]));

describe.each(Object.entries(lists))('%s > Get Many', (resource, { all, filters, found }) => {
	it('gives all, each with its input item', async () => {
		const { error, success } = await run(resource);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toEqual(all);
		for (const { pairedItem } of success) expect(pairedItem).toEqual({ item: 0 });
	});

	it('gives as many as the limit says, and what the filters find', async () => {
		const { success } = await run(resource, { returnAll: false, limit: 1 });
		expect(success.map(({ json }) => json)).toEqual(all.slice(0, 1));
		if (!filters) return;
		const filtered = await run(resource, { filters });
		expect(filtered.error).toBeUndefined();
		expect(filtered.success.map(({ json }) => json)).toEqual(found?.map((index) => all[index]));
	});
});

describe('tag > Get Many', () => {
	it('gives the names of all tags once, and those that contain a text', async () => {
		const used = simulation.site.fleet.devices.flatMap(({ tags }) => tags);
		const { success } = await run('tag');
		expect(success.map(({ json }) => json)).toEqual(
			[...new Set([...used, 'Unused'])].map((name) => ({ name })),
		);
		const { success: found } = await run('tag', { filters: { nameContains: 'nus' } });
		expect(found.map(({ json }) => json)).toEqual([{ name: 'Unused' }]);
	});
});

it.each(['category', 'configurationProfile', 'organization', 'place', 'tag'])(
	'%s > Get Many gives what Miradore sent without Simplify',
	async (resource) => {
		const { success } = await run(resource, { simplify: false });
		expect(success.length).toBeGreaterThan(0);
		for (const { json } of success) expect(typeof json.Name).toBe('string');
	},
);

it('A status that API v1 does not know is refused before any request', async () => {
	const { error } = await run('place', { filters: { status: 'Gone' } });
	expect(error?.message).toBe("'Status' is not one of its values [item 0]");
	expect(simulation.site.requests).toEqual([]);
});
