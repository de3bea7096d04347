import type { IDataObject } from 'n8n-workflow';
import { readAttribute } from '../../nodes/Miradore/inventory/attribute';
import { changesOf, signatureOf } from '../../nodes/Miradore/trigger/changes';

const watched = ['Name', 'Tag.Name', 'Note'].map((attribute) => ({
	attribute,
	label: `The ${attribute}`,
}));

/** What changed from one item to the other; from nothing in a test run. */
const changes = (from: IDataObject | undefined, item: IDataObject) =>
	changesOf(
		{ before: from && signatureOf(from, watched), signature: signatureOf(item, watched), item },
		watched,
	);
const tagged = (...names: string[]) => ({ Tags: names.map((Name) => ({ Name })) });
/** What is told of a name before. */
const shown = (name: string) => changes({ Name: name }, { Name: 'Other' })[0].from;

describe('Changes', () => {
	const name = { attribute: 'Name', label: 'The Name' };
	const tags = { attribute: 'Tag.Name', label: 'The Tag.Name' };

	it('are told of what is watched and has changed, and of nothing else', () => {
		expect(changes({ Name: 'a', Note: 'b', Of: 'c' }, { Name: 'a', Note: 'b', Of: 'd' })).toEqual(
			[],
		);
		expect(changes({ Name: 'a' }, { Name: 'b' })).toEqual([{ ...name, from: 'a', to: 'b' }]);
		expect(changes({ Name: 'a' }, {})).toEqual([{ ...name, from: 'a', to: '' }]);
		expect(changes({}, { Name: 'a' })).toEqual([{ ...name, from: '', to: 'a' }]);
	});

	it.each([
		[tagged(), tagged('a'), { from: [], to: ['a'], added: ['a'], removed: [] }],
		[tagged('a'), tagged(), { from: ['a'], to: [], added: [], removed: ['a'] }],
		[tagged('a'), tagged('b'), { from: ['a'], to: ['b'], added: ['b'], removed: ['a'] }],
		[
			tagged('b', 'a'),
			tagged('c', 'b'),
			{ from: ['a', 'b'], to: ['b', 'c'], added: ['c'], removed: ['a'] },
		],
	])('of lists tell what came and went: %j, %j', (from, to, expected) => {
		expect(changes(from, to)).toEqual([{ ...tags, ...expected }]);
	});

	it.each([
		[
			{ Name: 'a' },
			{ Name: ['a', 'b'] },
			{ from: ['a'], to: ['a', 'b'], added: ['b'], removed: [] },
		],
		[
			{ Name: ['a', 'b'] },
			{ Name: 'b' },
			{ from: ['a', 'b'], to: ['b'], added: [], removed: ['a'] },
		],
	])('of what has several values unexpectedly are lists, too: %j, %j', (from, to, expected) => {
		expect(changes(from as IDataObject, to as IDataObject)).toEqual([{ ...name, ...expected }]);
	});

	it('are all that is watched in a test run, which knows nothing from before', () => {
		const note = { attribute: 'Note', label: 'The Note' };
		expect(changes(undefined, { Name: 'a', ...tagged('b') })).toEqual([
			{ ...name, from: null, to: 'a' },
			{ ...tags, from: null, to: ['b'] },
			{ ...note, from: null, to: '' },
		]);
		expect(changes(undefined, { Name: ['a', 'b'] })).toMatchObject([
			{ to: ['a', 'b'] },
			{ to: [] },
			{ to: '' },
		]);
	});
});

describe('A text that is kept', () => {
	it('is kept whole up to 50 bytes of JSON', () => {
		for (const text of ['x'.repeat(50), 'ä'.repeat(25), '"'.repeat(25)]) {
			expect(shown(text)).toBe(text);
			expect(shown(`${text}x`)).toMatch(/^[xä"]+…$/);
		}
	});

	it('fills these 50 bytes where it is longer, and is told apart by what is behind', () => {
		const long = (end: string) => signatureOf({ Name: `${'x'.repeat(90)}${end}` }, [watched[0]]);
		expect(long('a')).toMatch(/^\[\["x{41}…[\w-]{6}"\]\]$/);
		expect(long('a')).not.toBe(long('b'));
		expect(changes({ Name: `${'x'.repeat(90)}a` }, { Name: `${'x'.repeat(90)}b` })).toEqual([
			{
				attribute: 'Name',
				label: 'The Name',
				from: `${'x'.repeat(41)}…`,
				to: `${'x'.repeat(90)}b`,
			},
		]);
	});

	it('is not taken for the beginning of another one, whatever it ends in', () => {
		const lookalike = 'A name…abcdef';
		expect(shown(lookalike)).toBe(`${lookalike}…`);
		expect(shown('A name…abcdefg')).toBe('A name…abcdefg');
		const before = { Name: lookalike };
		expect(changes(before, { Name: 'A name…ghijkl' })).toHaveLength(1);
		expect(changes(before, before)).toEqual([]);
	});

	it('is read whatever the letter case, from lists and from parts of parts', () => {
		const item = {
			LocalIPAddress: '10.0.0.1',
			Tags: [{ Name: 'b' }, { Name: 'a' }, { Name: 'b' }, { Name: '' }],
			Security: { Android: { Rooted: 'No' } },
		};
		expect(readAttribute(item, 'LocalIpAddress')).toEqual(['10.0.0.1']);
		expect(readAttribute(item, 'tag.name')).toEqual(['a', 'b']);
		expect(readAttribute(item, 'Security.Android.Rooted')).toEqual(['No']);
		expect(readAttribute(item, 'User.Email')).toEqual([]);
	});
});
