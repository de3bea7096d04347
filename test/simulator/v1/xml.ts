import type { DateWriter } from './dates';
import type { Column, ItemType, Value } from './model';
import type { QueryResult } from './query';
import type { ReportStyle } from './reports';

/** Where clients met different spellings of the same answer, the one that the site uses. */
export interface V1Style extends ReportStyle {
	/** Lists are `<Tags><Tag>…` (L) rather than `<Tag>…` directly in the item. */
	wrapsLists: boolean;
	/** Elements are in the namespace of the API even if `usenamespace` does not ask for it. */
	usesNamespace: boolean;
	/** The element that has the `count` of matches. */
	countOn: 'Items' | 'Content' | 'none';
	/** How a wrapped list without entries is written; left out where undefined. */
	emptyLists?: '<name/>' | '<name></name>';
	/** What the `count` says in place of the number of matches; it may know how many the page has. */
	count?: (total: number, onPage: number) => string;
	/** The dates of a site that ignores `dateformat`. */
	dates?: DateWriter;
	/** The most items that a page has, whatever was asked for; or of some pages, by their numbers. */
	mostOnPage?: number | ({ others?: number } & Record<number, number>);
	/** What comes of more rows than 250: they are refused, or pages begin where as many rows would put them. */
	manyRows?: 'refused' | 'counted';
	/** What comes of conditions that an ID is above or not above another one. */
	idRanges?: 'ignored' | 'refused';
	/** Gives all items, whatever was asked for. */
	ignoresFilters?: boolean;
	/** What comes of conditions joined by `or`: all are refused, or the last one alone counts. */
	alternatives?: 'refused' | 'lastAlone';
	/** Changes the document, also into bytes of another encoding; see `oddities.ts`. */
	rewrite?: (xml: string) => string | Buffer;
}

const prolog = '<?xml version="1.0" encoding="utf-8"?>';
const namespace = ' xmlns="http://www.online.miradore.com/xmlns/api/1.0"';

/** Writes what a query found. Elements stand in the order in which they were selected (assumed). */
export function writeAnswer(type: ItemType, result: QueryResult, style: V1Style): string {
	const { total, items, columns, options } = result;
	const count = (element: V1Style['countOn']) =>
		style.countOn === element ? ` count="${style.count?.(total, items.length) ?? total}"` : '';
	const xmlns = style.usesNamespace || options.usesNamespace ? namespace : '';
	const content = `<Content${count('Content')}${xmlns}>`;
	if (items.length === 0) return `${content}<Items${count('Items')} /></Content>`;

	const groups = groupByBranch(columns);
	const written = items.map((item) => {
		const children = groups.map((group) =>
			writeGroup(type, item, group, style, style.dates ?? options.writeDate),
		);
		return element(type.name, children.join(''));
	});
	return `${prolog}${content}<Items${count('Items')}>${written.join('')}</Items></Content>`;
}

/** Writes a refusal in the service's form (L). */
export function writeError(description: string, code: number): string {
	const text = escapeXml(description).replace(/'/g, '&#39;').replace(/"/g, '&quot;');
	const error = element('Description', text) + element('Code', String(code));
	return element('Content', element('Error', error));
}

/** Columns of the same child come together; every own attribute is a group of its own. */
function groupByBranch(columns: Column[]): Column[][] {
	const groups = new Map<string, Column[]>();
	for (const column of columns) {
		const key = column.branch ?? `.${column.name}`;
		groups.set(key, [...(groups.get(key) ?? []), column]);
	}
	return [...groups.values()];
}

function writeGroup(
	type: ItemType,
	item: unknown,
	columns: Column[],
	{ wrapsLists, emptyLists }: V1Style,
	writeDate: DateWriter,
): string {
	const [{ branch, name }] = columns;
	const write = (elementName: string, value: Value) => {
		if (value === undefined || value === '') return '';
		const text = value instanceof Date ? writeDate(value) : String(value);
		// A name with a dot is an element in another one.
		return elementName.split('.').reduceRight((inner, one) => element(one, inner), escapeXml(text));
	};
	if (branch === undefined) return write(name, columns[0].read(item)[0]);

	const values = columns.map((column) => column.read(item));
	const rows = values[0].map((_, row) => {
		const attributes = columns.map((column, index) => write(column.name, values[index][row]));
		return attributes.join('');
	});
	const written = rows.map((row) => (row === '' ? '' : element(branch, row))).join('');
	const wrapper = wrapsLists ? type.branches?.[branch].wrapper : undefined;
	if (wrapper && written === '' && emptyLists) return emptyLists.replaceAll('name', wrapper);
	return wrapper && written !== '' ? element(wrapper, written) : written;
}

function element(name: string, inner: string): string {
	return `<${name}>${inner}</${name}>`;
}

/** An apostrophe in a value stays as it is (L). */
function escapeXml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
