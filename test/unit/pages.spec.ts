import { pageOf, readPages } from '../../nodes/Miradore/transport/pages';
import type { ApiRequest } from '../../nodes/Miradore/transport/request';

const request = { api: 'v1', method: 'GET', path: '/Device', query: { select: 'ID' } } as const;

interface Site {
	/** How many devices there are. */
	total: number;
	/** The most that the site puts into a page. */
	most?: number;
	hasCount?: boolean;
}

/** A site with so many devices; gives the pages and sizes that it was asked for, too. */
function fakeSite({ total, most = Infinity, hasCount = true }: Site) {
	const asked: string[] = [];
	const send = ({ query }: ApiRequest) => {
		const [, rows, page] = /^rows=(\d+),page=(\d+),/.exec(query?.options ?? '') ?? [];
		asked.push(`${page}: ${rows}`);
		const size = Math.min(Number(rows), most);
		const ids = Array.from({ length: total }, (_, index) => index + 1);
		const items = ids.slice((Number(page) - 1) * size, Number(page) * size);
		const count = hasCount ? ` count="${total}"` : '';
		const xml = items.map((id) => `<Device><ID>${id}</ID></Device>`).join('');
		return Promise.resolve(`<Content><Items${count}>${xml}</Items></Content>`);
	};
	return { asked, send };
}

const numbers = (length: number) => Array.from({ length }, (_, index) => ({ ID: `${index + 1}` }));

describe('the request for a page', () => {
	it('asks for rows, page and dates that sort, beside what is asked anyway', () => {
		expect(pageOf(request, 250, 3)).toEqual({
			...request,
			query: { select: 'ID', options: 'rows=250,page=3,dateformat=yyyy-MM-dd HH:mm:ss' },
		});
	});
});

describe.each([true, false])('a list whose length Miradore tells: %p', (hasCount) => {
	it.each<[Site, number, string[]]>([
		[{ total: 0 }, Infinity, ['1: 3']],
		[{ total: 2 }, Infinity, hasCount ? ['1: 3'] : ['1: 3', '2: 3']],
		[{ total: 3 }, Infinity, hasCount ? ['1: 3'] : ['1: 3', '2: 3']],
		[{ total: 7 }, Infinity, ['1: 3', '2: 3', '3: 3']],
		[{ total: 7 }, 2, ['1: 2']],
		[{ total: 7 }, 3, ['1: 3']],
		[{ total: 7 }, 4, ['1: 3', '2: 3']],
		[{ total: 7 }, 6, ['1: 3', '2: 3']],
		[{ total: 5, most: 2 }, Infinity, ['1: 3', '2: 3', '3: 3']],
		[{ total: 5, most: 2 }, 3, ['1: 3', '2: 3']],
	])('%p is read up to %p', async (site, limit, pages) => {
		const { send, asked } = fakeSite({ ...site, hasCount });
		expect(await readPages(send, request, limit, 3)).toEqual(numbers(Math.min(site.total, limit)));
		expect(asked).toEqual(pages);
	});
});

describe('a page that comes again', () => {
	const twice = {
		message: 'Miradore sent the same page of the list twice',
		description: 'The list may have changed meanwhile. Try again.',
	};
	const page = (ids: string, attributes = '') =>
		`<Content><Items${attributes}>${ids
			.split(' ')
			.map((id) => `<Device><ID>${id}</ID></Device>`)
			.join('')}</Items></Content>`;

	it.each([
		['of a list with a count', ' count="4"'],
		['of a list without', ''],
	])('%s is a failure', async (_, attributes) => {
		const send = () => Promise.resolve(page('1 2', attributes));
		await expect(readPages(send, request, Infinity, 2)).rejects.toMatchObject(twice);
	});

	it('later than the next is one, too', async () => {
		const pages = [page('1 2'), page('3 4'), page('1 2'), page('')];
		const send = () => Promise.resolve(pages.shift());
		await expect(readPages(send, request, Infinity, 2)).rejects.toMatchObject(twice);
	});

	it('is none where items have no ID', async () => {
		const same = '<Content><Items count="4"><Tag><Name>a</Name></Tag></Items></Content>';
		const send = () => Promise.resolve(same);
		expect(await readPages(send, request, Infinity, 1)).toHaveLength(4);
	});
});

it('says what to do with a list that is far too long', async () => {
	const { send } = fakeSite({ total: 10_001 });
	await expect(readPages(send, request, Infinity, 1)).rejects.toMatchObject({
		description: "Turn 'Return All' off, or narrow the list down with filters.",
	});
	const { send: fits } = fakeSite({ total: 10_000 });
	await expect(readPages(fits, request, Infinity, 2)).resolves.toHaveLength(10_000);
});
