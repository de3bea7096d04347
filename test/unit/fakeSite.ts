import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';
import { readPages } from '../../nodes/Miradore/transport/pages';
import type { ApiRequest } from '../../nodes/Miradore/transport/request';

/** The list that is read. */
export const request = {
	api: 'v1',
	method: 'GET',
	path: '/Device',
	query: { select: 'ID' },
} as const;

/** How a site is that is no real one. */
export interface Site {
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
export function fakeSite({ total, most = Infinity, count = String, ranges, write, before }: Site) {
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

/** The IDs of so many devices. */
export const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);

/** Devices as they are read. */
export const devices = (ids: number[]) => ids.map((id) => ({ ID: String(id) }));

/** The count of a site that says nothing of it. */
export const noCount = () => undefined;

/** Reads the list of a site, so many rows at a time; gives what was asked for, too. */
export const read = (site: Site, limit = Infinity, rows = 3) => {
	const { send, asked, ids } = fakeSite(site);
	return { asked, ids, items: readPages(send, request, limit, rows) };
};
