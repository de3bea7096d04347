import { triesAll } from '../core/random';

/** Megabytes of the large ones; what is proved is relative to them. */
export const large = triesAll ? 10 : 4;
/** Megabytes of those that came compressed. */
export const unpacked = 2 * large;
/** The elements of those with many. */
export const many = 20_000 * large;
/** Bytes of a megabyte. */
export const million = 1_000_000;
/** Levels of those that are deep. */
export const deep = 100_000;

/** A list of API v1. */
export const list = (items: string, count = 1) =>
	`<Content><Items count="${count}">${items}</Items></Content>`;

/** Something within something, 100,000 times. */
export const nest = (open: string, close: string, inner = '') =>
	open.repeat(deep) + inner + close.repeat(deep);

/** Many of something, each written by its index. */
export const times = (count: number, write: (index: number) => string, separator = '') =>
	Array.from({ length: count }, (_, index) => write(index)).join(separator);

/** A location as JSON, which holds the key. */
export const location = (index: number, key: string) =>
	`{"timestamp":"2026-11-20T12:00:00Z","latitude":60.1,"longitude":${index % 180},"note":"${key} ${'x'.repeat(20)}"}`;

/** A text of ten entities, each made of ten of the one before: 10^9 laughs in all. */
export const laughs = (target: string) => {
	const entities = times(
		10,
		(level) => `<!ENTITY l${level} "${level === 0 ? 'ha' : times(10, () => `&l${level - 1};`)}">`,
	);
	return `<!DOCTYPE x [${entities}]>${target}`;
};
