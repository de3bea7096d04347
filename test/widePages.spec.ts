import { rowsOf } from '../nodes/Miradore/transport/listRequest';
import { readPages } from '../nodes/Miradore/transport/pages';
import { execute } from './core/execute';
import { useSite } from './core/site';
import type { SimulatedDevice, V1Style } from './simulator';

const simulation = useSite();
const form: V1Style = { wrapsLists: true, usesNamespace: false, countOn: 'Items' };

let pattern: SimulatedDevice;
beforeAll(() => ([pattern] = simulation.site.fleet.devices));

/** What Get Many gives of so many devices, with few attributes where it isn't told otherwise. */
async function getMany(count: number, style: Partial<V1Style> = {}, parameters = {}) {
	const { site } = simulation;
	site.v1 = { ...form, ...style };
	site.fleet.devices = Array.from({ length: count }, (_, index) => ({
		...pattern,
		id: index + 1,
		status: 'Active',
	}));
	site.clearRequests();
	const { success, error } = await execute({
		parameters: { operation: 'getAll', returnAll: true, ...parameters },
		credential: simulation.credential,
	});
	expect(error).toBeUndefined();
	const asked = site.requests.map(({ query }) => {
		const [, rows, page] = /rows=(\d+),page=(\d+)/.exec(String(query.options)) ?? [];
		return `${rows}: ${page}`;
	});
	return { ids: success.map(({ json }) => json.id ?? Number(json.ID)), asked };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('A list with few attributes', () => {
	it('is read a thousand at a time', async () => {
		const { ids, asked } = await getMany(2300);
		expect(ids).toEqual(upTo(2300));
		expect(asked).toEqual(['1000: 1', '1000: 2', '1000: 3']);
	});

	it.each([250, 100])('follows a site that gives %i at a time', async (mostOnPage) => {
		const { ids, asked } = await getMany(620, { mostOnPage });
		expect(ids).toEqual(upTo(620));
		const [first, ...others] = asked;
		expect(first).toBe('1000: 1');
		expect(others).toHaveLength(Math.ceil(620 / mostOnPage) - 1);
		expect(others.every((one) => one.startsWith(`${mostOnPage}: `))).toBe(true);
	});

	it.each<[string, Partial<V1Style>]>([
		['counts its pages by what it was asked for', { manyRows: 'counted' }],
		['counts the items of the page alone', { count: (total) => String(Math.min(total, 250)) }],
		['does not count', { countOn: 'none' }],
	])('lacks nothing where a site gives 250 and %s', async (_what, style) => {
		const { ids } = await getMany(620, { mostOnPage: 250, ...style });
		expect(ids).toEqual(upTo(620));
	});
});

it('A list with many attributes is read 250 at a time', async () => {
	const { ids, asked } = await getMany(620, {}, { simplify: false });
	expect(ids).toEqual(upTo(620));
	expect(asked).toEqual(['250: 1', '250: 2', '250: 3']);
});

it('A site that refuses a thousand is asked for 250 from then on', async () => {
	const first = await getMany(620, { manyRows: 'refused' });
	expect(first.asked).toEqual(['1000: 1', '250: 1', '250: 2', '250: 3']);
	const second = await getMany(620, { manyRows: 'refused' });
	expect(second.asked).toEqual(['250: 1', '250: 2', '250: 3']);
	expect([first.ids, second.ids]).toEqual([upTo(620), upTo(620)]);
});

it('A failure that is no refusal stands', async () => {
	let requests = 0;
	const send = () => {
		requests += 1;
		return Promise.reject(new Error('Gone'));
	};
	const request = { api: 'v1', method: 'GET', path: '/Device', query: { select: 'ID' } } as const;
	await expect(readPages(send, request, Infinity)).rejects.toThrow('Gone');
	expect(requests).toBe(1);
});

it.each([
	['ID', 1000],
	['ID,LastReported,ReportedLocation.*', 1000],
	['ID, InvDevice.Model, Tag.Name', 1000],
	['ID,User.*', 250],
	['*', 250],
	['', 250],
	['ID,InvApplication.Name', 25],
	['ID, invcertificate.*', 25],
	['ID,InvStorage.*', 250],
	['ID,ConfigProfileDeployment.ID', 250],
	[Array.from({ length: 16 }, (_, index) => `A${index}`).join(), 250],
])('%j makes pages of %i', (select, rows) => {
	expect(rowsOf({ api: 'v1', method: 'GET', path: '/Device', query: { select } })).toBe(rows);
});
