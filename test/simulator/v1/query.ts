import type { ParsedUrlQuery } from 'node:querystring';
import { type DateWriter, dateWriters, writeDefaultDate } from './dates';
import { readFilters } from './filters';
import { BadQuery, type Column, findColumn, findColumns, type ItemType, type Value } from './model';
import type { V1Style } from './xml';

const parameters = ['auth', 'select', 'filters', 'options', 'orderby'];
const defaultRows = 100;
const maximumRows = 1000;

/** What `options` asks for. */
interface QueryOptions {
	rows: number;
	/** From 1. */
	page: number;
	writeDate: DateWriter;
	usesNamespace: boolean;
}

/** What a query found. */
export interface QueryResult {
	/** Of all pages. */
	total: number;
	/** Of the page asked for. */
	items: unknown[];
	columns: Column[];
	options: QueryOptions;
}

/**
 * Carries out a query. That the service refuses parameters and options it does not know, or given
 * twice, is an assumption.
 */
export function runQuery(
	type: ItemType,
	items: unknown[],
	query: ParsedUrlQuery,
	style: Partial<V1Style> = {},
): QueryResult {
	for (const [name, value] of Object.entries(query)) {
		if (!parameters.includes(name) || typeof value !== 'string') {
			throw new BadQuery(`Unexpected parameter '${name}'.`);
		}
	}
	const { select = '', filters = '', options = '', orderby = '' } = query as Record<string, string>;

	const columns = readSelect(type, select);
	const matches = items.filter(readFilters(type, applyStyle(filters, style)));
	const ordered = sort(type, matches, columns, orderby.trim());
	const read = readOptions(options);
	const { mostOnPage = Infinity, manyRows } = style;
	if (manyRows === 'refused' && read.rows > 250) throw new BadQuery('Too many rows.');
	const isOne = typeof mostOnPage === 'number';
	const rows = Math.min(read.rows, isOne ? mostOnPage : (mostOnPage.others ?? Infinity));
	const most = isOne ? rows : (mostOnPage[read.page] ?? rows);
	const start = (read.page - 1) * (manyRows === 'counted' ? read.rows : rows);
	return {
		total: matches.length,
		items: ordered.slice(start, start + most),
		columns,
		options: read,
	};
}

const idRange = /(?:^| and )ID (?:gt|le) \d+/g;

function applyStyle(
	filters: string,
	{ idRanges, ignoresFilters, alternatives }: Partial<V1Style>,
): string {
	if (ignoresFilters) return '';
	if (alternatives === 'refused' && filters.includes(' or ')) {
		throw new BadQuery(`Malformed filter '${filters}'.`);
	}
	if (alternatives === 'lastAlone') return filters.replace(/^.* or /, '');
	if (idRanges === 'refused' && filters.search(idRange) >= 0) {
		throw new BadQuery(`Malformed filter '${filters}'.`);
	}
	return idRanges === 'ignored' ? filters.replace(idRange, '').replace(/^ and /, '') : filters;
}

function readSelect(type: ItemType, select: string): Column[] {
	const paths = select.trim() === '' ? type.defaults : select.split(',');
	const columns = paths.flatMap((path) => findColumns(type, path.trim()));
	return [...new Map(columns.map((column) => [pathOf(column), column])).values()];
}

/** More rows than the maximum count as the maximum (assumed, like the maximum itself). */
function readOptions(text: string): QueryOptions {
	const options: QueryOptions = {
		rows: defaultRows,
		page: 1,
		writeDate: writeDefaultDate,
		usesNamespace: false,
	};
	for (const option of text.split(',').filter((part) => part.trim() !== '')) {
		const [name, value = ''] = option.trim().split(/=(.*)/s);
		const key = name.toLowerCase();
		if (key === 'rows') options.rows = Math.min(readCount(option, value), maximumRows);
		else if (key === 'page') options.page = readCount(option, value);
		else if (key === 'usenamespace') options.usesNamespace = true;
		else if (key === 'dateformat' && Object.hasOwn(dateWriters, value)) {
			options.writeDate = dateWriters[value];
		} else throw new BadQuery(`Unexpected option '${option}'.`);
	}
	return options;
}

function readCount(option: string, value: string): number {
	if (!/^[1-9]\d{0,8}$/.test(value)) throw new BadQuery(`Unexpected option '${option}'.`);
	return Number(value);
}

function sort(type: ItemType, items: unknown[], columns: Column[], orderby: string): unknown[] {
	if (orderby === '') return items;
	const [, path, direction = 'asc'] = /^(\S+)(?:\s+(asc|desc))?$/i.exec(orderby) ?? [];
	if (path === undefined) throw new BadQuery(`Malformed orderby '${orderby}'.`);
	const column = findColumn(type, path);
	if (!columns.some((selected) => pathOf(selected) === pathOf(column))) {
		// The service demands it (T1); that it answers 400 otherwise is an assumption.
		throw new BadQuery(`The orderby field '${path}' is not selected.`);
	}
	const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
	return items
		.map((item) => ({ item, key: sortKey(column.read(item)[0]) }))
		.sort((one, other) => (one.key < other.key ? -sign : one.key > other.key ? sign : 0))
		.map(({ item }) => item);
}

function sortKey(value: Value): string | number {
	if (value instanceof Date) return value.getTime();
	return typeof value === 'string' ? value.toLowerCase() : (value ?? '');
}

function pathOf({ branch = '', name }: Column): string {
	return `${branch}.${name}`;
}
