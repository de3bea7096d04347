import { readDate, writeDefaultDate } from './dates';
import { BadQuery, findColumn, type ItemType, type Value } from './model';

/** Tells whether an item passes. */
type Filter = (item: unknown) => boolean;

type Present = Exclude<Value, undefined>;
type Comparison = (value: Present, operand: string) => boolean;

const comparisons: Record<string, Comparison> = {
	eq: (value, operand) => compare(value, operand) === 0,
	gt: (value, operand) => compare(value, operand) > 0,
	ge: (value, operand) => compare(value, operand) >= 0,
	lt: (value, operand) => compare(value, operand) < 0,
	le: (value, operand) => compare(value, operand) <= 0,
	contains: (value, operand) => toText(value).includes(operand.toLowerCase()),
	startswith: (value, operand) => toText(value).startsWith(operand.toLowerCase()),
	endswith: (value, operand) => toText(value).endsWith(operand.toLowerCase()),
};
const opposites: Record<string, string> = { ne: 'eq', notcontains: 'contains' };

const attributePattern = /\s*([\w.]+)\s+(\w+)/y;
const operandPattern = /\s+(?:'([^']*)'|"([^"]*)"|([^\s'"]\S*))/y;
const joinPattern = /\s+(and|or)(?=\s)/iy;
const endPattern = /\s*$/y;

/**
 * Reads `filters`. Assumptions of the simulator: `and` and `or` count from left to right, there are no
 * parentheses and no way to write a quote inside quotes, and letter case does not count, neither of
 * operators nor of text.
 */
export function readFilters(type: ItemType, text: string): Filter {
	let position = 0;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = position;
		const match = pattern.exec(text);
		if (match) position = pattern.lastIndex;
		return match;
	};

	if (take(endPattern)) return () => true;
	let filter = takeCondition(type, take, text);
	while (!take(endPattern)) {
		const join = take(joinPattern);
		if (!join) throw malformed(text);
		const [left, right] = [filter, takeCondition(type, take, text)];
		filter =
			join[1].toLowerCase() === 'and'
				? (item) => left(item) && right(item)
				: (item) => left(item) || right(item);
	}
	return withAlternatives(type, text, filter);
}

const alternative = /^([\w.]+) eq '([^']+)'$/;

/** The same filter; where it names many texts of one attribute, they are looked up instead of compared. */
function withAlternatives(type: ItemType, text: string, filter: Filter): Filter {
	const found = text.split(' or ').map((condition) => alternative.exec(condition));
	const [path, ...others] = new Set(found.map((match) => match?.[1]));
	if (path === undefined || others.length > 0) return filter;
	const column = findColumn(type, path);
	const texts = new Set(found.map((match) => match?.[2].toLowerCase()));
	return (item) => {
		const values = column.read(item);
		const isText = values.every((value) => typeof value === 'string');
		return isText ? values.some((value) => texts.has(value.toLowerCase())) : filter(item);
	};
}

/**
 * A list passes if any of its entries does; with `ne` and `notcontains`, if none equals or contains
 * the value, which an empty attribute never does (assumptions).
 */
function takeCondition(
	type: ItemType,
	take: (pattern: RegExp) => RegExpExecArray | null,
	text: string,
): Filter {
	const [, path, spelledOperator] = take(attributePattern) ?? [];
	if (path === undefined) throw malformed(text);
	const column = findColumn(type, path);
	const valuesOf = (item: unknown) =>
		column.read(item).filter((value): value is Present => value !== undefined && value !== '');

	const operator = spelledOperator.toLowerCase();
	if (operator === 'isempty') return (item) => valuesOf(item).length === 0;
	if (operator === 'notisempty') return (item) => valuesOf(item).length > 0;

	const [, single, double, bare] = take(operandPattern) ?? [];
	const operand = single ?? double ?? bare;
	const name = opposites[operator] ?? operator;
	if (operand === undefined || !Object.hasOwn(comparisons, name)) throw malformed(text);
	const holds = comparisons[name];
	const expected = operator === name;
	return (item) => valuesOf(item).some((value) => holds(value, operand)) === expected;
}

/** Negative, 0 or positive; NaN, which passes no comparison, if the operand is of another kind. */
function compare(value: Present, operand: string): number {
	if (typeof value === 'number') return value - Number(operand);
	if (value instanceof Date) return value.getTime() - readDate(operand);
	const [one, other] = [value.toLowerCase(), operand.toLowerCase()];
	return one < other ? -1 : one > other ? 1 : 0;
}

function toText(value: Present): string {
	return (value instanceof Date ? writeDefaultDate(value) : String(value)).toLowerCase();
}

function malformed(filters: string): BadQuery {
	return new BadQuery(`Malformed filter '${filters}'.`);
}
