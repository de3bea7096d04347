import miradore from '../../nodes/Miradore/Miradore.node.json';
import miradoreTrigger from '../../nodes/Miradore/MiradoreTrigger.node.json';

/**
 * How n8n's node panel looks for what is typed: the letters in their order, in upper and lower case, in
 * the name or in one of the aliases of the codex file, which is the property `codex.alias` there.
 */
function finds(typed: string, aliases: string[]): boolean {
	const letters = [...typed.toLowerCase().replace(/\s/g, '')];
	return aliases.some((alias) => {
		let from = 0;
		return letters.every((letter) => {
			const at = alias.toLowerCase().indexOf(letter, from);
			from = at + 1;
			return at >= 0;
		});
	});
}

describe.each([
	['Miradore', miradore],
	['Miradore Trigger', miradoreTrigger],
])('%s', (name, codex) => {
	it.each([
		'LogMeIn',
		'logmein',
		'GoTo Resolve',
		'goto',
		'Resolve MDM',
		'LogMeIn Resolve MDM',
		'mdm',
	])('is found by %p in the node panel', (typed) => {
		// Without its own name, which has none of these words.
		for (const word of typed.split(' ')) expect(finds(word, codex.alias)).toBe(true);
	});

	it('is found by its former and present owners as whole names', () => {
		expect(codex.alias).toEqual(expect.arrayContaining(['LogMeIn', 'GoTo Resolve', 'Resolve MDM']));
		expect(finds(name, codex.alias)).toBe(false);
	});
});
