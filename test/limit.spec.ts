import type { IDataObject } from 'n8n-workflow';
import { resources } from '../nodes/Miradore/resources';
import { execute } from './core/execute';
import { useSite } from './core/site';
import { listStyles, type SimulatedSite } from './simulator';

const simulation = useSite();
const run = (parameters: IDataObject) => execute({ parameters, credential: simulation.credential });
const hintsOf = async (parameters: IDataObject) =>
	(await run(parameters)).hints.map(({ message }) => message);

/** All operations with 'Limit', and what else they need to list everything. */
const lists = resources.flatMap((resource) =>
	resource.operations
		.filter(({ fields }) => 'limit' in fields)
		.map(({ value, fields }): [string, string, IDataObject] => [
			resource.value,
			value,
			{ ...('devices' in fields && { devices: 'filters' }) },
		]),
);

const inUse = () =>
	simulation.site.fleet.devices.filter(({ status }) => status !== 'Deleted').length;

/** How many the site has of what 'Limit' counts. */
async function totalOf(list: IDataObject): Promise<number> {
	if (list.devices) return inUse();
	return (await run({ ...list, returnAll: true })).success.length;
}

let usual: SimulatedSite['v1'];
beforeAll(() => {
	const { site } = simulation;
	usual = site.v1;
	site.fleet.attributes = ['Floor', 'Owner', 'Shelf'].map((name, id) => ({ id: String(id), name }));
});
beforeEach(() => void (simulation.site.v1 = { ...usual }));

describe('A list that Limit cuts', () => {
	it('is one of many', () => expect(lists.length).toBeGreaterThan(13));

	it.each(lists)('says of how many: %s, %s', async (resource, operation, more) => {
		const list = { resource, operation, ...more };
		const total = await totalOf(list);
		const counted = resource === 'device' ? 'devices' : 'items';
		const [hint, ...others] = await hintsOf({ ...list, returnAll: false, limit: 1 });
		expect(others).toEqual([]);
		expect(total).toBeGreaterThan(1);
		expect(hint).toContain(`'Limit' took 1 of ${total} ${counted}`);
		expect(hint).toContain("Turn on 'Return All'");
		expect(await hintsOf({ ...list, returnAll: true })).toEqual([]);
		expect(await hintsOf({ ...list, returnAll: false, limit: total + 1 })).toEqual([]);
	});

	const uncounted = ['pageCounts', 'noCount', 'countTooLarge', 'countWithComma'];
	it.each(Object.keys(listStyles).filter((style) => !uncounted.includes(style)))(
		'says of how many on a site of the style %s',
		async (style) => {
			Object.assign(simulation.site.v1, listStyles[style]);
			expect(await hintsOf({ operation: 'getAll', limit: 3 })).toEqual([
				expect.stringContaining(`'Limit' took 3 of ${inUse()} devices`),
			]);
		},
	);

	it.each([
		['the site counts the page alone', 'pageCounts', {}],
		['the site counts nothing', 'noCount', {}],
		['several lists are read', 'plain', { platform: ['iOS', 'Android'] }],
		['the node looks itself', 'plain', { tagIsNot: 'None of this name' }],
	])('says no total where %s', async (_name, style, filters) => {
		Object.assign(simulation.site.v1, listStyles[style]);
		expect(await hintsOf({ operation: 'getAll', limit: 3, filters })).toEqual([
			expect.stringContaining("There may be more devices than 'Limit' allows (3)"),
		]);
	});

	it('counts what is left out of the items, too', async () => {
		simulation.site.v1.rewrite = (xml: string) => xml.replace(/<ID>1</, '<ID>none<');
		expect(await hintsOf({ operation: 'getAll', limit: 3 })).toEqual([
			expect.stringContaining('whose ID is no number'),
			expect.stringContaining("'Limit' took 3 of"),
		]);
	});

	it.each(lists.filter(([, , { devices }]) => devices))(
		'tells so where all are left out of the items, too: %s, %s',
		async (resource, operation, more) => {
			simulation.site.v1.rewrite = (xml: string) => xml.replace(/<ID>/, '<ID>no ');
			const list = { resource, operation, ...more, returnAll: false, limit: 1 };
			const { hints, success } = await run(list);
			expect(success).toEqual([]);
			expect(hints.map(({ message }) => message)).toEqual([
				expect.stringContaining("'Limit' took 1 of"),
			]);
		},
	);

	it.each<[string, IDataObject]>([
		['getAll', {}],
		['getApplications', { devices: 'filters' }],
	])('tells nothing where the node has looked at all: %s', async (operation, more) => {
		const { site } = simulation;
		const before = site.fleet.devices.map(({ tags }) => tags);
		for (const device of site.fleet.devices) device.tags = device.id > 3 ? ['Loan'] : [];
		const left = site.fleet.devices.filter(({ id, status }) => id < 4 && status !== 'Deleted');
		const list = { operation, ...more, returnAll: false, filters: { tagIsNot: 'Loan' } };
		expect(left.length).toBeGreaterThan(1);
		expect(await hintsOf({ ...list, limit: left.length })).toEqual([]);
		expect(await hintsOf({ ...list, limit: left.length - 1 })).toHaveLength(1);
		for (const [index, device] of site.fleet.devices.entries()) device.tags = before[index];
	});
});
