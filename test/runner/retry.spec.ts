import { decide, waitBefore } from '../../nodes/Miradore/execution/retry';
import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';

const first = { repetitions: 0, waitedMs: 0 };
const refusal = (retryAfterMs?: number) =>
	new ApiFailure('Too many', '', { httpCode: 429, mayPass: true, retryAfterMs });

describe('the wait before a repetition', () => {
	it('doubles, from a quarter to a whole second at most apart, up to half a minute', () => {
		const bounds = (repetition: number) =>
			[0, 1].map((chance) => waitBefore(repetition, undefined, chance));
		expect([0, 1, 2, 10].map(bounds)).toEqual([
			[250, 500],
			[500, 1000],
			[1000, 2000],
			[15_000, 30_000],
		]);
	});

	it('is never shorter than what Miradore asks for, and hardly longer', () => {
		expect([0, 1].map((chance) => waitBefore(3, 2000, chance))).toEqual([2000, 2100]);
		expect(waitBefore(0, 0, 0)).toBe(50);
	});
});

describe('the decision about a failure', () => {
	it('is to wait in all no longer than 300 seconds, and to say so', () => {
		expect(decide(refusal(200_000), first, 3)).toBeGreaterThanOrEqual(200_000);
		const late = decide(refusal(200_000), { repetitions: 1, waitedMs: 100_001 }, 3);
		expect((late as ApiFailure).message).toMatch(
			/^Too many, and asks to wait 2\d\d seconds more, where 300 in all are the most$/,
		);
	});

	it('is to wait minutes for a quota that does not say how long it lasts', () => {
		const patience = { repetitions: 0, waitedMs: 0 };
		let decided = decide(refusal(), patience, 1);
		while (typeof decided === 'number') {
			patience.repetitions += 1;
			patience.waitedMs += decided;
			decided = decide(refusal(), patience, 1);
		}
		expect(patience.waitedMs).toBeGreaterThan(200_000);
		expect(patience.waitedMs).toBeLessThanOrEqual(300_000);
		expect(decided.message).toMatch(
			/^Too many, even when asked \d\d times in (2\d\d|300) seconds$/,
		);
		expect((decide(refusal(), first, 0) as ApiFailure).message).toBe('Too many');
	});

	it('is to repeat as often as allowed, and to say how often', () => {
		expect(typeof decide(refusal(1), { repetitions: 1, waitedMs: 0 }, 2)).toBe('number');
		const last = decide(refusal(1), { repetitions: 2, waitedMs: 0 }, 2);
		expect((last as ApiFailure).message).toBe('Too many, even when asked 3 times');
		expect((decide(refusal(1), first, 0) as ApiFailure).message).toBe('Too many');
	});
});
