import fc from 'fast-check';

/** How many cases are tried: few by `npm test`, all by CI, and four times as many random ones before a release. */
const { MIRADORE_CASES: wanted = 'few' } = process.env;
if (!['few', 'all', 'release'].includes(wanted)) {
	throw new Error(`MIRADORE_CASES is few, all or release, not ${wanted}`);
}

/** Whether as much is tried as CI tries: `MIRADORE_CASES=all npm test`. */
export const triesAll = wanted !== 'few';

/**
 * fast-check's settings for random cases. The seed is Jest's own, which Jest prints at the end of each
 * run: `npm test -- fuzz --seed 123` tries the same again.
 *
 * @param all how many cases CI tries
 * @param few how many `npm test` tries where nothing else is asked for
 */
export function cases(all: number, few: number): { numRuns: number; seed: number } {
	const numRuns = { few, all, release: 4 * all }[wanted] ?? few;
	return { numRuns, seed: jest.getSeed() };
}

/** All rows of a table in CI, and elsewhere so many of them, chosen by Jest's seed. */
export function someOf<Row>(rows: readonly Row[], few: number): Row[] {
	if (triesAll) return [...rows];
	const chosen = fc.shuffledSubarray([...rows], { minLength: few, maxLength: few });
	return fc.sample(chosen, { numRuns: 1, seed: jest.getSeed() })[0];
}
