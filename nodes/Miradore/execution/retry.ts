import type { ApiFailure } from '../transport/apiFailure';

/** The longest that one request waits for its repetitions, in all. */
const longestWaitMs = 300_000;

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
const shortestWaitMs = 50;

/**
 * How many milliseconds to wait before a repetition: as long as Miradore asked for, or else twice as
 * long each time. Chance is added so that requests that failed together don't come back together.
 *
 * @param repetition 0 for the first
 * @param chance from 0 to 1
 */
export function waitBefore(
	repetition: number,
	retryAfterMs: number | undefined,
	chance: number = Math.random(),
): number {
	const backoff = Math.min(firstBackoffMs * 2 ** repetition, longestBackoffMs);
	const wait =
		retryAfterMs === undefined ? backoff * (0.5 + chance / 2) : retryAfterMs * (1 + chance / 20);
	return Math.max(shortestWaitMs, wait);
}

/** How often a request was repeated, and how many milliseconds it has waited for that. */
export interface Patience {
	repetitions: number;
	waitedMs: number;
}

/**
 * Decides what follows on a failure: milliseconds to wait before the request is sent again, or the
 * failure that stands. Where Miradore takes no more requests and doesn't say for how long, not the
 * number of repetitions counts, but the time. A read may be repeated after anything that may pass, a command only when
 * Miradore certainly didn't carry it out.
 */
export function decide(
	failure: ApiFailure,
	{ repetitions, waitedMs }: Patience,
	maxRetries: number,
): number | ApiFailure {
	const mayRepeat = failure.mayPass && !failure.mayBeCarriedOut;
	if (!mayRepeat || maxRetries === 0) return failure;
	// Too many requests pass with time alone: a quota may be one for a minute, and not say so.
	const isQuota = failure.httpCode === 429 && failure.retryAfterMs === undefined;
	if (repetitions >= maxRetries && !isQuota)
		return failure.withNote(`even when asked ${repetitions + 1} times`);
	const wait = waitBefore(repetitions, failure.retryAfterMs);
	if (waitedMs + wait <= longestWaitMs) return wait;
	if (isQuota) {
		const seconds = Math.round(waitedMs / 1000);
		return failure.withNote(`even when asked ${repetitions + 1} times in ${seconds} seconds`);
	}
	const [more, most] = [wait, longestWaitMs].map((milliseconds) => Math.round(milliseconds / 1000));
	return failure.withNote(
		`and asks to wait ${more} seconds more, where ${most} in all are the most`,
	);
}

/** Waits, but not on once the run is over: one timer for each that waits, which keeps no process from ending. */
export function waitUnless(over: AbortSignal, milliseconds: number): Promise<void> {
	if (over.aborted || milliseconds <= 0) return Promise.resolve();
	const waiting = waitingFor(over);
	return new Promise((resolve) => {
		const wake = () => {
			waiting.delete(wake);
			resolve();
		};
		waiting.add(wake);
		AbortSignal.timeout(Math.ceil(milliseconds)).addEventListener('abort', wake);
	});
}

const waitingBySignal = new WeakMap<AbortSignal, Set<() => void>>();

/** Node warns of more than ten listeners, and a run may have thousands that wait. */
function waitingFor(over: AbortSignal): Set<() => void> {
	const known = waitingBySignal.get(over);
	if (known) return known;
	const waiting = new Set<() => void>();
	over.addEventListener('abort', () => waiting.forEach((wake) => wake()));
	waitingBySignal.set(over, waiting);
	return waiting;
}
