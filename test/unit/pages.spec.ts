import { devices, noCount, numbers, read, type Site } from './fakeSite';

describe('a list that stays as it is', () => {
	it.each<[Site, number, string[]]>([
		[{ total: 0 }, Infinity, ['1: 3']],
		[{ total: 2 }, Infinity, ['1: 3']],
		[{ total: 3 }, Infinity, ['1: 3', '2: 3']],
		[{ total: 7 }, Infinity, ['1: 3', '2: 3', '3: 3']],
		[{ total: 7 }, 2, ['1: 2']],
		[{ total: 7 }, 3, ['1: 3']],
		[{ total: 7 }, 4, ['1: 3', '2: 3']],
		[{ total: 5, most: 2 }, 3, ['1: 3', '2: 3']],
		[{ total: 0, count: noCount }, Infinity, ['1: 3']],
		[
			{ total: 2, count: noCount },
			Infinity,
			['1: 3', '2: 3', '3: 3', '1: 1000 ID gt 1', '1: 1000 ID gt 2'],
		],
		[
			{ total: 7, count: noCount },
			Infinity,
			['1: 3', '2: 3', '3: 3', '4: 3', '5: 3', '1: 1000 ID gt 6', '1: 1000 ID gt 7'],
		],
	])('%j is read up to %p', async (site, limit, pages) => {
		const { asked, items } = read(site, limit);
		expect(await items).toEqual(devices(numbers(Math.min(site.total, limit))));
		expect(asked).toEqual(pages);
	});

	const wrong = ['2', '3', '5', '1,200', '1e9', '0', '-1', '', '8', '100000', '1000000000'];
	it.each(wrong.map((count): Site => ({ total: 7, count: () => count })))(
		'is whole whatever is counted: %#',
		async (site) => {
			for (const ranges of [undefined, 'ignored', 'refused'] as const) {
				const { asked, items } = read({ ...site, ranges });
				expect(await items).toEqual(devices(numbers(7)));
				expect(asked.length).toBeLessThan(60);
			}
		},
	);

	it('has hundreds of thousands by its count and 600 in truth: no more than some requests', async () => {
		const { asked, items } = read({ total: 600, count: () => '100000' }, Infinity, 250);
		expect(await items).toHaveLength(600);
		expect(asked.length).toBeLessThan(30);
	});

	it.each<Record<number, number>>([{ 2: 0 }, { 2: 1 }, { 1: 1 }, { 3: 0 }])(
		'has a page of so many in the middle: %j',
		async (most) => {
			expect(await read({ total: 11, most }).items).toEqual(devices(numbers(11)));
		},
	);

	it.each([undefined, '1', '1,200', '300'])(
		'gives one less than asked for on its only page, and counts %p',
		async (count) => {
			const site: Site = { total: 3, most: { 1: 2 }, count: () => count };
			expect(await read(site).items).toEqual(devices(numbers(3)));
		},
	);

	it.each([
		[{ 2: 0 }, 'ignored' as const],
		[{ 2: 0, 4: 0 }, 'refused' as const],
	])(
		'is a failure where a page is left out and nothing tells what is in it: %j',
		async (most, ranges) => {
			const { items } = read({ total: 11, most, ranges, count: () => '11', before: grow });
			await expect(items).rejects.toMatchObject({
				message: expect.stringMatching(
					/^Miradore's list does not fit together: it has \d+ items, and counts 11$/,
				) as string,
				description:
					'It was read 4 times. Try again when less is changed in Miradore, or narrow the list down with filters.',
			});
		},
	);
});

/** The last device is another one in each reading. */
function grow(ids: number[], asked: string[]) {
	if (asked.at(-1)?.startsWith('1:')) ids.push((ids.pop() ?? 0) + 1);
}
