import type { ApiRequest } from './request';

/** The most items with many attributes that one request asks for. */
export const largestPage = 250;

/** The most items with few attributes; a site may give fewer, or refuse (miradore-api.md 5.4). */
export const widePage = 1000;

/** With its applications a device takes 40 KB instead of 1.5; certificates may be as many (miradore-api.md 5.5). */
const smallPage = 25;
const holdsHundreds = /^INV(APPLICATION|CERTIFICATE)\./;

/** How many attributes are few, where none of them holds others or a list of applications and the like. */
const fewAttributes = 15;
const holdsFew = /^(?!INV(?!DEVICE\.)|CONFIGPROFILE)[\w.]+$|^REPORTEDLOCATION\.\*$/;

/** How many items of a list to ask for at a time, by its attributes. */
export function rowsOf({ query }: ApiRequest): number {
	const names = namesIn(query?.select);
	if (names.some((name) => holdsHundreds.test(name))) return smallPage;
	const isNarrow = names.length <= fewAttributes && names.every((name) => holdsFew.test(name));
	return isNarrow ? widePage : largestPage;
}

/** Asks for dates in an order that sorts; no time zone comes with them (miradore-api.md 5.4). */
const dateFormat = 'dateformat=yyyy-MM-dd HH:mm:ss';

/** The request for one page of a list, counted from 1. */
export function pageOf(request: ApiRequest, rows: number, page: number): ApiRequest {
	const options = `rows=${rows},page=${page},${dateFormat}`;
	return { ...request, query: { ...request.query, options } };
}

/**
 * Asks for a list in the order of its IDs, where it has them and no order of its own: else a site may
 * give pages that don't fit together. What is sorted by has to be selected, too (miradore-api.md 5.4).
 */
export function inOrder(request: ApiRequest): ApiRequest {
	const { query = {} } = request;
	const selected = namesIn(query.select);
	if (query.orderby || !(selected.includes('ID') || selected.includes('*'))) return request;
	const select = selected.includes('ID') ? query.select : `${query.select},ID`;
	return { ...request, query: { ...query, select, orderby: 'ID' } };
}

/** Whether a list comes in the order of its IDs. */
export function isInOrder({ query }: ApiRequest): boolean {
	return query?.orderby === 'ID';
}

/** IDs above one and not above another; without an end, all on that side. */
export interface IdRange {
	after?: number;
	upTo?: number;
}

/**
 * The request for the part of a list whose IDs are in a range, in their order.
 *
 * @returns undefined where the list has no IDs, or its filter has an `or`: how that binds beside an
 * `and` isn't known (miradore-api.md 5.3)
 */
export function withinIds(request: ApiRequest, { after, upTo }: IdRange): ApiRequest | undefined {
	const { select = '', filters = '' } = request.query ?? {};
	if (!namesIn(select).includes('ID') || /\sor\s/i.test(filters)) return undefined;
	const conditions = [
		filters,
		...(after === undefined ? [] : [`ID gt ${after}`]),
		...(upTo === undefined ? [] : [`ID le ${upTo}`]),
	].filter(Boolean);
	const all = conditions.length > 0 && { filters: conditions.join(' and ') };
	return { ...request, query: { select, ...all, orderby: 'ID' } };
}

function namesIn(select = ''): string[] {
	return select.split(',').map((name) => name.trim().toUpperCase());
}
