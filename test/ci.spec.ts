import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The words of the first group of a pattern in a file of the project, in alphabetical order. */
function wordsIn(file: string, pattern: RegExp): string[] {
	const text = readFileSync(path.join(__dirname, '..', file), 'utf8');
	const [, words = ''] = pattern.exec(text) ?? [];
	return words.match(/\w+/g)?.sort() ?? [];
}

// GitHub runs the parts by their names, so a part that only .ci/run knew would never run there.
it('the matrix of the workflow CI has all parts of .ci/run, once each', () => {
	const parts = wordsIn('.ci/run', /^lanes='(.*)'$/m);
	expect(parts).toContain('unit');
	expect(wordsIn('.github/workflows/ci.yml', /^ +parts: \[(.*)\]$/m)).toEqual(parts);
});
