import { inOrder, pageOf, withinIds } from '../../nodes/Miradore/transport/listRequest';
import { readPages, type SendOne } from '../../nodes/Miradore/transport/pages';
import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';
import type { ApiRequest } from '../../nodes/Miradore/transport/request';

const request = { api: 'v1', method: 'GET', path: '/Device', query: { select: 'ID' } } as const;

interface Site {
	/** How many devices there are. */
	total: number;
	/** The most that the site puts into a page; 0 for pages that are left out, by their numbers. */
	most?: number | Record<number, number>;
	/** What it says of the number of matches; left out where undefined. */
	count?: (matches: number) => string | undefined;
	/** What it makes of conditions on the ID. */
	ranges?: 'ignored' | 'refused';
	/** What it gives for an ID, if anything at all. */
	write?: (id: number) => string;
	/** Called before each answer with the IDs, which it may change. */
	before?: (ids: number[], asked: string[]) => void;
}

/** A site with so many devices; gives what it was asked for, too. */
function fakeSite({ total, most = Infinity, count = String, ranges, write, before }: Site) {
	const asked: string[] = [];
	const ids = numbers(total);
	const send = async ({ query }: ApiRequest) => {
		await Promise.resolve();
		const [, rows, page] = /^rows=(\d+),page=(\d+),/.exec(query?.options ?? '') ?? [];
		const filters = query?.filters ?? '';
		asked.push(`${page}: ${rows}${filters && ` ${filters}`}`);
		before?.(ids, asked);
		const [, after = '-1'] = /ID gt (\d+)/.exec(filters) ?? [];
		const [, upTo = 'Infinity'] = /ID le (\d+)/.exec(filters) ?? [];
		if (ranges === 'refused' && filters) throw new ApiFailure('No', '', { httpCode: 400 });
		const isAll = filters === '' || ranges === 'ignored';
		const matches = isAll ? ids : ids.filter((id) => id > Number(after) && id <= Number(upTo));
		const size = Math.min(Number(rows), typeof most === 'number' ? most : Infinity);
		const given = typeof most === 'number' ? size : (most[Number(page)] ?? size);
		const start = (Number(page) - 1) * size;
		const said = count(matches.length);
		const items = matches.slice(start, start + given);
		const xml = items.map(write ?? ((id) => `<Device><ID>${id}</ID></Device>`)).join('');
		return `<Content><Items${said === undefined ? '' : ` count="${said}"`}>${xml}</Items></Content>`;
	};
	return { asked, ids, send };
}

const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);
const devices = (ids: number[]) => ids.map((id) => ({ ID: String(id) }));
const noCount = () => undefined;
const read = (site: Site, limit = Infinity, rows = 3) => {
	const { send, asked, ids } = fakeSite(site);
	return { asked, ids, items: readPages(send, request, limit, rows) };
};

describe('the request for a page', () => {
	it('asks for rows, page and dates that sort, beside what is asked anyway', () => {
		expect(pageOf(request, 250, 3)).toEqual({
			...request,
			query: { select: 'ID', options: 'rows=250,page=3,dateformat=yyyy-MM-dd HH:mm:ss' },
		});
	});

	it.each([
		[{ select: 'Name, ID' }, { select: 'Name, ID', orderby: 'ID' }],
		[{ select: 'User.*,*' }, { select: 'User.*,*,ID', orderby: 'ID' }],
		[{ select: 'id' }, { select: 'id', orderby: 'ID' }],
		[
			{ select: 'ID', orderby: 'Name desc' },
			{ select: 'ID', orderby: 'Name desc' },
		],
		[{ select: 'Name' }, { select: 'Name' }],
		[{ select: 'User.ID' }, { select: 'User.ID' }],
		[{}, {}],
		[undefined, undefined],
	])('asks %j in the order of the IDs where it has any', (query, ordered) => {
		expect(inOrder({ ...request, query }).query).toEqual(ordered);
	});

	it.each([
		[{}, { after: 5 }, undefined],
		[{ select: 'ID', filters: 'A eq 1 OR B eq 1' }, {}, undefined],
		[{ select: 'ID', filters: 'A eq floor' }, { upTo: 7 }, 'A eq floor and ID le 7'],
		[{ select: 'ID' }, { after: 0, upTo: 7 }, 'ID gt 0 and ID le 7'],
		[{ select: 'ID', orderby: 'Name' }, {}, ''],
	])('of %j for a range %j has the filter %j', (query, range, filters) => {
		const asked = withinIds({ ...request, query }, range);
		expect(asked && (asked.query?.filters ?? '')).toBe(filters);
		if (asked) expect(asked.query?.orderby).toBe('ID');
	});
});

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

it('asks only where IDs lie between pages, and nothing else, whether something is missing', async () => {
	const before = (ids: number[], asked: string[]) => void (asked.length === 1 && ids.splice(3, 1));
	const { asked, items } = read({ total: 8, before });
	expect(await items).toEqual(devices([1, 2, 3, 5, 6, 7, 8]));
	expect(asked).toEqual(['1: 3', '2: 3', '3: 3', '1: 1000 ID gt 2 and ID le 5']);
});

describe('a list that changes while it is read', () => {
	it.each<[string, (ids: number[]) => void, number[]]>([
		['one is retired', (ids) => ids.splice(0, 1), numbers(7)],
		['one is added', (ids) => ids.push(8), numbers(8)],
		['one comes back', (ids) => ids.unshift(0), numbers(7)],
		['one is retired and one added', (ids) => ids.splice(0, 1) && ids.push(8), numbers(8)],
	])('has each once: %s', async (_, change, expected) => {
		const before = (ids: number[], asked: string[]) => void (asked.length === 2 && change(ids));
		expect(await read({ total: 7, before }).items).toEqual(devices(expected));
		expect(await read({ total: 7, before, count: noCount }).items).toEqual(devices(expected));
	});

	it('is read again where ranges can not be asked for', async () => {
		const before = (ids: number[], asked: string[]) =>
			void (asked.length === 2 && ids.splice(0, 1));
		const { asked, items } = read({ total: 7, before, ranges: 'refused' });
		expect(await items).toEqual(devices([2, 3, 4, 5, 6, 7]));
		expect(asked.filter((one) => /^1: [23]$/.test(one))).toEqual(['1: 3', '1: 2']);
	});

	it('has what was missing at the end, in an order of its own', async () => {
		const before = (ids: number[], asked: string[]) =>
			void (asked.length === 2 && ids.splice(0, 1));
		const { send } = fakeSite({ total: 7, before });
		const ordered = { ...request, query: { select: 'ID', orderby: 'Name' } };
		const ids = (await readPages(send, ordered, Infinity, 3)).map(({ ID }) => ID);
		expect(ids).toEqual(['1', '2', '3', '5', '6', '7', '4']);
	});
});

describe('a page that comes again', () => {
	const page = (ids: string, attributes = '') =>
		`<Content><Items${attributes}>${ids
			.split(' ')
			.map((id) => `<Device><ID>${id}</ID></Device>`)
			.join('')}</Items></Content>`;

	it.each([
		['of a list with a count', ' count="4"'],
		['of a list without', ''],
	])('%s is a failure', async (_, attributes) => {
		let asked = 0;
		const send = () => {
			asked += 1;
			return Promise.resolve(page('1 2', attributes));
		};
		await expect(readPages(send, request, Infinity, 2)).rejects.toMatchObject({
			message: 'Miradore sent the same page of the list twice',
			description: expect.stringMatching(/^It was read 4 times\. Try again when/) as string,
		});
		expect(asked).toBeLessThanOrEqual(20);
	});

	it('is none where items have no ID', async () => {
		const same = '<Content><Items count="4"><Tag><Name>a</Name></Tag></Items></Content>';
		const end = '<Content><Items count="4" /></Content>';
		const send = ({ query }: ApiRequest) =>
			Promise.resolve(/page=[1-4],/.test(query?.options ?? '') ? same : end);
		expect(await readPages(send, request, Infinity, 1)).toHaveLength(4);
	});
});

describe('a failure', () => {
	it.each([2, 5])('of request %d ends the list, and nothing is sent after it', async (failing) => {
		const { send, asked } = fakeSite({ total: 30, count: noCount });
		const limited: SendOne = async (one, failed) => {
			failed?.signal.throwIfAborted();
			const answer = await send(one);
			if (asked.length < failing) return answer;
			const failure = new ApiFailure('It failed', '', { httpCode: 502 });
			failed?.abort(failure);
			throw failure;
		};
		await expect(readPages(limited, request, Infinity, 10)).rejects.toThrow('It failed');
		const before = asked.length;
		await new Promise(setImmediate);
		expect(asked).toHaveLength(before);
	});
});

it('says what to do with a list that is far too long', async () => {
	await expect(read({ total: 10_001, count: noCount }, Infinity, 1).items).rejects.toMatchObject({
		description: "Turn 'Return All' off, or narrow the list down with filters.",
	});
	await expect(read({ total: 10_000 }, Infinity, 2).items).resolves.toHaveLength(10_000);
});
