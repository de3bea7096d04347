const { MIRADORE_CASES: wanted = 'few' } = process.env;
if (wanted !== 'few' && wanted !== 'all') {
	throw new Error(`MIRADORE_CASES is few or all, not ${wanted}`);
}

/** Whether as much is tried as CI tries: `MIRADORE_CASES=all npm test`. */
export const triesAll = wanted === 'all';

/**
 * fast-check's settings for random cases. The seed is Jest's own, which Jest prints at the end of each
 * run: `npm test -- fuzz --seed 123` tries the same again.
 *
 * @param all how many cases CI tries
 * @param few how many `npm test` tries where nothing else is asked for
 */
export function cases(all: number, few: number): { numRuns: number; seed: number } {
	return { numRuns: triesAll ? all : few, seed: jest.getSeed() };
}
