import fc from 'fast-check';
import { execute } from '../core/execute';
import { cases } from '../core/random';
import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';

const simulation = useSite();

/** What happens right before one of the requests is answered. */
interface Change {
	/** From 0 for the first request. */
	request: number;
	what: 'add' | 'retire' | 'activate';
	/** How many devices, and about where among all of them from 0 to 1. */
	count: number;
	where: number;
}

const change: fc.Arbitrary<Change> = fc.record({
	request: fc.nat(12),
	what: fc.constantFrom('add', 'retire', 'activate'),
	count: fc.integer({ min: 1, max: 40 }),
	where: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** A list of which about each seventh device is retired, as a site may write it. */
const lists = fc.record({
	size: fc.integer({ min: 0, max: 900 }),
	changes: fc.array(change, { maxLength: 25 }),
	mostOnPage: fc.constantFrom(
		undefined,
		100,
		250,
		{ others: 250, 2: 0 },
		{ others: 250, 1: 249, 3: 7 },
	),
	manyRows: fc.constantFrom(undefined, 'refused' as const, 'counted' as const),
	count: fc.constantFrom(undefined, 'none', 'of the page', '7', '300', '1,200', '100000'),
	idRanges: fc.constantFrom(undefined, undefined, 'ignored' as const, 'refused' as const),
	sortBy: fc.constantFrom(undefined, 'LastReported desc', 'Platform'),
});

/** The devices that it concerned. */
function carryOut(
	{ what, count, where }: Change,
	fleet: SimulatedDevice[],
	pattern: SimulatedDevice,
): SimulatedDevice[] {
	if (what === 'add') {
		const last = fleet.at(-1)?.id ?? 0;
		return Array.from({ length: count }, (_, index) => {
			const device = { ...pattern, id: last + 1 + index, status: 'New' as const };
			fleet.push(device);
			return device;
		});
	}
	const [from, to] =
		what === 'retire' ? (['New', 'Deleted'] as const) : (['Deleted', 'New'] as const);
	const changed = fleet
		.slice(Math.floor(where * fleet.length))
		.filter(({ status }) => status === from)
		.slice(0, count);
	for (const device of changed) device.status = to;
	return changed;
}

describe('A list that changes at random while it is read', () => {
	it('lacks nothing that was there all the time, and has nothing twice', async () => {
		const { site } = simulation;
		const [pattern] = site.fleet.devices;
		const form = site.v1;
		await fc.assert(
			fc.asyncProperty(lists, async (list) => {
				const { size, changes, mostOnPage, manyRows, count, sortBy, idRanges } = list;
				const fleet = Array.from({ length: size }, (_, index): SimulatedDevice => {
					const status = index % 7 === 3 ? 'Deleted' : 'New';
					return { ...pattern, id: 2 * index + 1, status };
				});
				site.fleet.devices = fleet;
				site.v1 = { ...form, mostOnPage, manyRows, idRanges };
				if (count === 'none') site.v1.countOn = 'none';
				else if (count === 'of the page') site.v1.count = (_, onPage) => String(onPage);
				else if (count) site.v1.count = () => count;
				const steady = new Set(fleet.filter(({ status }) => status === 'New').map(({ id }) => id));
				const everInUse = new Set(steady);
				site.clearFaults();
				site.clearRequests();
				site.addFault({
					before: () => {
						const now = changes.filter(({ request }) => request === site.requests.length - 1);
						for (const { id } of now.flatMap((one) => carryOut(one, fleet, pattern))) {
							everInUse.add(id);
							steady.delete(id);
						}
					},
				});
				const { success, error } = await execute({
					parameters: { operation: 'getAll', returnAll: true, options: sortBy ? { sortBy } : {} },
					credential: simulation.credential,
				});
				// A site that counts something and gives nothing is told of, and one of which nothing
				// can be found out beside its pages.
				const isEmpty = steady.size === 0 && ['7', '300', '100000'].includes(count ?? '');
				if (error && (isEmpty || idRanges)) {
					expect(error.message).toMatch(/does not fit together|the same page of the list twice/);
					return;
				}
				expect(error).toBeUndefined();
				const ids = success.map(({ json }) => json.id as number);
				const found = new Set(ids);
				expect(found.size).toBe(ids.length);
				expect([...steady].filter((id) => !found.has(id))).toEqual([]);
				expect(ids.filter((id) => !everInUse.has(id))).toEqual([]);
				if (!sortBy) expect(ids).toEqual([...ids].sort((one, other) => one - other));
				expect(site.requests.length).toBeLessThan(160);
			}),
			cases(125, 12),
		);
	});
});
