import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { Miradore } from '../nodes/Miradore/Miradore.node';
import { MiradoreTrigger } from '../nodes/Miradore/MiradoreTrigger.node';

type Part = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** What people read in the panel, of a parameter or a part of one. */
const textsOf = (part: Part): Array<[string, unknown]> =>
	['displayName', 'name', 'description', 'placeholder', 'hint', 'action', 'errorMessage', 'regex']
		.map((key): [string, unknown] => [key, (part as unknown as Record<string, unknown>)[key]])
		.filter(([, text]) => text !== undefined);

/** A part and all that stands in it, each with its path. */
function walk(part: object, path: string): Array<[string, Part]> {
	const within = Object.entries(part)
		.filter(([key]) => !['displayOptions', 'default'].includes(key))
		.flatMap(([key, value]) =>
			typeof value === 'object' && value !== null ? walk(value as object, `${path}.${key}`) : [],
		);
	return 'name' in part || 'errorMessage' in part ? [[path, part as Part], ...within] : within;
}

describe.each([new Miradore(), new MiradoreTrigger()])('The panel of %#', ({ description }) => {
	const parts = walk(description.properties, description.name);

	it('has no empty text', () => {
		const empty = parts.flatMap(([path, part]) =>
			textsOf(part).flatMap(([key, text]) => (text === '' ? [`${path}.${key}`] : [])),
		);
		expect(parts.length).toBeGreaterThan(50);
		expect(empty).toEqual([]);
	});

	it('gives examples as examples', () => {
		const placeholders = parts.flatMap(([path, part]) =>
			'placeholder' in part &&
			!/^(e\.g\. \S|Add |Select |Choose |Search)/.test(String(part.placeholder))
				? [`${path}: ${String(part.placeholder)}`]
				: [],
		);
		expect(placeholders).toEqual([]);
	});
});
