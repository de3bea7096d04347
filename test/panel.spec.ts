import { Miradore } from '../nodes/Miradore/Miradore.node';
import { MiradoreTrigger } from '../nodes/Miradore/MiradoreTrigger.node';
import { listSearch } from '../nodes/Miradore/listSearch';

/** A parameter, an option or a way of a resource locator, as far as it matters here. */
interface Part {
	name?: string;
	displayName?: string;
	description?: string;
	placeholder?: string;
	hint?: string;
	action?: string;
	value?: unknown;
	type?: string;
	default?: unknown;
	options?: Part[];
	modes?: Part[];
	values?: Part[];
	typeOptions?: {
		minValue?: number;
		maxValue?: number;
		multipleValues?: boolean;
		searchListMethod?: string;
		searchable?: boolean;
	};
	displayOptions?: { show?: Record<string, unknown[]> };
}

/** What people read in the panel. */
const texts = ['displayName', 'name', 'description', 'placeholder', 'hint', 'action'] as const;

/** A part and all that stands in it, each with its path. */
function walk(part: object, path: string): Array<[string, Part]> {
	const within = Object.entries(part)
		.filter(([key]) => !['displayOptions', 'default'].includes(key))
		.flatMap(([key, value]) =>
			typeof value === 'object' && value !== null ? walk(value as object, `${path}.${key}`) : [],
		);
	return 'name' in part ? [[path, part as Part], ...within] : within;
}

const valuesOf = ({ options = [] }: Part) => options.map(({ value }) => value);
const isText = (value: unknown) => typeof value === 'string';
const isEmptyObject = (value: unknown) => JSON.stringify(value) === '{}';

/** Whether a parameter of a type begins with a value that the panel can show. */
const canBegin: Partial<Record<string, (parameter: Part) => boolean>> = {
	boolean: ({ default: value }) => typeof value === 'boolean',
	collection: ({ default: value }) => isEmptyObject(value),
	dateTime: ({ default: value }) => value === '',
	fixedCollection: ({ default: value, typeOptions }) =>
		isEmptyObject(value) && typeOptions?.multipleValues === true,
	hidden: () => true,
	json: ({ default: value }) => isText(value),
	notice: ({ default: value }) => value === '',
	number: ({ default: value, typeOptions: { minValue = -Infinity, maxValue = Infinity } = {} }) =>
		typeof value === 'number' && value >= minValue && value <= maxValue,
	options: (parameter) => valuesOf(parameter).includes(parameter.default),
	multiOptions: (parameter) =>
		(parameter.default as string[]).every((one) => valuesOf(parameter).includes(one)),
	resourceLocator: ({ default: value, modes = [] }) =>
		modes[0].name === (value as { mode: string }).mode && modes.length > 1,
	string: ({ default: value }) => isText(value),
};

/** Whether a way of a resource locator can be used. */
function canFind({ type, typeOptions: { searchListMethod = '', searchable } = {} }: Part): boolean {
	if (type === 'list') return searchListMethod in listSearch && searchable === true;
	return type === 'string';
}

describe.each([new Miradore(), new MiradoreTrigger()])(
	'The panel of $description.displayName',
	({ description }) => {
		const parts = walk(description.properties, description.name);
		const wrong = (isRight: (part: Part, path: string) => boolean) =>
			parts.filter(([path, part]) => !isRight(part, path)).map(([path, part]) => [path, part]);

		it('has no empty text', () => {
			expect(parts.length).toBeGreaterThan(50);
			expect(wrong((part) => texts.every((text) => part[text] !== ''))).toEqual([]);
		});

		it('shows examples as such', () => {
			const form = /^(e\.g\. \S|Add |Select |Choose |Search)/;
			expect(
				wrong(({ placeholder }) => placeholder === undefined || form.test(placeholder)),
			).toEqual([]);
		});

		it('has parameters of known types, which begin with one of their values', () => {
			const isMode = (path: string) => /\.modes\.\d+$/.test(path);
			expect(
				wrong((part, path) => {
					if (isMode(path)) return canFind(part);
					return part.type === undefined || canBegin[part.type]?.(part) === true;
				}),
			).toEqual([]);
		});

		it('has lists of something', () => {
			const isNamed = (one: Part) =>
				Boolean(one.name && (one.displayName ?? one.value ?? '') !== '');
			const lists = parts.flatMap(([path, { options, modes, values }]) =>
				[options, modes, values].flatMap((list) => (list ? [{ path, list }] : [])),
			);
			expect(lists.filter(({ list }) => list.length === 0 || !list.every(isNamed))).toEqual([]);
			const grouped = parts.filter(([, { type }]) => type === 'fixedCollection');
			expect(grouped.every(([, { options }]) => options?.every(({ values }) => values))).toBe(true);
		});

		it('shows parameters by others that there are', () => {
			for (const [, { displayOptions: { show = {} } = {} }] of parts) {
				for (const [name, values] of Object.entries(show)) {
					const named = parts.filter(([, part]) => part.name === name.replace('/', ''));
					const allowed = named.flatMap(([, part]) =>
						part.type === 'boolean' ? [true, false] : valuesOf(part),
					);
					expect(allowed).toEqual(expect.arrayContaining(values));
				}
			}
		});
	},
);
