import { execute } from './core/execute';
import { someOf } from './core/random';
import { useSite } from './core/site';
import type { SimulatedDevice } from './simulator';
import type { V1Style } from './simulator/v1/xml';

const simulation = useSite();
let form: V1Style;
beforeAll(() => {
	form = simulation.site.v1;
});

function fleetOf(size: number): SimulatedDevice[] {
	const [pattern] = simulation.site.fleet.devices;
	return Array.from({ length: size }, (_, index) => ({ ...pattern, id: index + 1 }));
}

/** Lists all devices of a site that has so many and gives its lists in this way. */
async function list(size: number, style: Partial<V1Style>, parameters = {}) {
	const { site, credential } = simulation;
	site.fleet.devices = fleetOf(size);
	site.v1 = { ...form, ...style };
	site.clearRequests();
	return execute({
		parameters: { operation: 'getAll', returnAll: true, ...parameters },
		credential,
	});
}

const ranges = [undefined, 'ignored'] as const;
const pages: Array<V1Style['mostOnPage']> = [
	undefined,
	25,
	100,
	{ 1: 249 },
	{ 2: 0 },
	{ 2: 7 },
	{ 3: 7 },
];
const counts: Record<string, Partial<V1Style>> = {
	'the number of matches': {},
	'the items of each page': { count: (_, onPage) => String(onPage) },
	'always 100': { count: () => '100' },
	'more than there are': { count: () => '100000' },
	nothing: { countOn: 'none' },
};
const styles = ranges.flatMap((idRanges) =>
	pages.flatMap((mostOnPage) =>
		Object.entries(counts).map(
			([name, count]) => [mostOnPage, name, idRanges, { idRanges, mostOnPage, ...count }] as const,
		),
	),
);

describe('A list of 600 devices that stays as it is', () => {
	it.each(someOf(styles, 20))(
		'is whole or told of: pages of %j, counts %s, ranges of IDs %s',
		async (_, __, idRanges, style) => {
			const { success, error } = await list(600, style);
			if (error) {
				expect(idRanges).toBeDefined();
				expect(error.message).toContain('does not fit together');
			} else {
				expect(success.map(({ json }) => json.id)).toEqual(fleetOf(600).map(({ id }) => id));
			}
			expect(simulation.site.requests.length).toBeLessThan(120);
		},
	);
});

describe('A list whose pages begin where as many as were asked for would put them, and are shorter', () => {
	// A count that fits what came by chance says nothing of the end.
	it.each(['300', '601', '250'])('is whole where all pages count %s', async (count) => {
		const style: Partial<V1Style> = { mostOnPage: 100, manyRows: 'counted', count: () => count };
		for (const simplify of [true, false]) {
			const { success, error } = await list(601, style, { simplify });
			expect(error).toBeUndefined();
			expect(success).toHaveLength(601);
		}
	});
});

describe('A list of one page', () => {
	it.each([1, 9, 24, 26, 99])('takes one request where it has %d devices', async (size) => {
		expect((await list(size, {})).success).toHaveLength(size);
		expect(simulation.site.requests).toHaveLength(1);
	});

	it.each([25, 50, 100, 137, 249])(
		'of %d devices may be the first of more pages, so the next one is asked for',
		async (size) => {
			expect((await list(size, {})).success).toHaveLength(size);
			expect(simulation.site.requests).toHaveLength(2);
		},
	);
});
