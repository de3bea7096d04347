/** What an attribute holds; undefined, like empty text, leaves its element out. */
export type Value = string | number | Date | undefined;

// Written as a method, so that item types of different rows fit into one list.
export type Reader<Row> = { read(row: Row): Value }['read'];

/** A child item, such as `InvDevice` or, as a list, `Tag`. */
export interface Branch<Item> {
	/** The element around a list: `Tags`. */
	wrapper?: string;
	rows(item: Item): unknown[];
	attributes: Record<string, Reader<unknown>>;
}

/** An item that can be asked for, such as `Device`. Names are spelled as answers spell them. */
export interface ItemType<Item = unknown> {
	name: string;
	attributes: Record<string, Reader<Item>>;
	branches?: Record<string, Branch<Item>>;
	/** The attributes answered if none are selected. */
	defaults: string[];
	all(): Item[];
	/** Undefined if items have no id. */
	find?(id: number): Item | undefined;
}

/** An attribute of an item or of its child. */
export interface Column {
	/** The child's name; undefined for the item's own attributes. */
	branch?: string;
	name: string;
	/** The values in one item: one of an own attribute, one for every row of a child. */
	read(item: unknown): Value[];
}

/** A query that fails as a whole, with status 400. */
export class BadQuery extends Error {}

/** Describes a child item with the type of its rows. */
export function branch<Item, Row>(
	rows: (item: Item) => Row[],
	attributes: Record<string, Reader<Row>>,
	wrapper?: string,
): Branch<Item> {
	return { wrapper, rows, attributes };
}

/** Finds what a name in `select`, `filters` or `orderby` means; letter case does not count. */
export function findColumn(type: ItemType, path: string): Column {
	const [column, ...others] = findColumns(type, path);
	if (others.length > 0 || path.endsWith('*')) throw unknownAttribute(type.name, '*');
	return column;
}

/** Like `findColumn`, but reads `*` and `InvDevice.*` too. */
export function findColumns(type: ItemType, path: string): Column[] {
	const dot = path.indexOf('.');
	if (dot < 0) {
		return matchingNames(type.name, type.attributes, path).map((name) => ({
			name,
			read: (item) => [type.attributes[name](item)],
		}));
	}
	const branches = type.branches ?? {};
	const child = nameLike(branches, path.slice(0, dot));
	if (!child) throw unknownAttribute(type.name, path.slice(0, dot));
	const { attributes } = branches[child];
	return matchingNames(child, attributes, path.slice(dot + 1)).map((name) => ({
		branch: child,
		name,
		read: (item) => branches[child].rows(item).map(attributes[name]),
	}));
}

function matchingNames(entity: string, attributes: object, asked: string): string[] {
	if (asked.endsWith('*')) {
		// `*` is about what is directly there, not about what has a part of its own in between.
		const before = asked.slice(0, -1).toLowerCase();
		const isThere = (name: string) =>
			name.toLowerCase().startsWith(before) && !name.slice(before.length).includes('.');
		const there = Object.keys(attributes).filter(isThere);
		if (there.length > 0) return there;
	}
	const name = nameLike(attributes, asked);
	if (!name) throw unknownAttribute(entity, asked);
	return [name];
}

function nameLike(named: object, asked: string): string | undefined {
	return Object.keys(named).find((name) => name.toLowerCase() === asked.toLowerCase());
}

/** The wording is the service's (L). */
function unknownAttribute(entity: string, property: string): BadQuery {
	return new BadQuery(`Entity '${entity}' does not have property '${property}'.`);
}
