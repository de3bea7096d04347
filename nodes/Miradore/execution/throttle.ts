import pLimit from 'p-limit';

/** How long after a refusal the number of requests stays below the one that was refused. */
const ceilingLastsMs = 10_000;

/** Lets a bounded number of requests run at a time; fewer for a while after the site refused one. */
export interface Throttle {
	/** Runs `request` when there is room. */
	run<Result>(request: () => Promise<Result>): Promise<Result>;
	/**
	 * Runs what sends requests one after another by {@link run}, as many at a time as there is room for
	 * requests: else the second one would wait behind the first ones of all others.
	 */
	inSequence<Result>(requests: () => Promise<Result>): Promise<Result>;
	/** To be called for each request that was not refused: the number grows back by one a round. */
	accepted(): void;
	/**
	 * To be called for a request that was refused because there were too many: the number sinks below
	 * what is still in flight. Where nothing is, the site takes none at all: then nobody starts for
	 * `waitMs`.
	 */
	refused(waitMs: number): void;
	/** Milliseconds until requests may start again; 0 when they may. */
	pause(): number;
}

/**
 * Additive increase, multiplicative decrease, with one addition: the number of requests at which
 * the site refused one is not tried again soon, for each trial would cost a request its wait.
 *
 * @param most requests at a time
 * @param now the time in milliseconds
 */
export function createThrottle(most: number, now: () => number = Date.now): Throttle {
	const limit = pLimit(most);
	const sequences = pLimit(most);
	let allowed = most;
	let ceiling = most;
	let ceilingUntil = 0;
	let pausedUntil = 0;

	const allow = (count: number) => {
		allowed = Math.max(1, Math.min(count, ceiling, most));
		limit.concurrency = Math.floor(allowed);
	};

	return {
		run: (request) => limit(request),
		inSequence: (requests) => sequences(requests),
		accepted() {
			if (allowed >= most) return;
			if (now() > ceilingUntil) ceiling = most;
			allow(allowed + 1 / allowed);
		},
		refused(waitMs) {
			const others = limit.activeCount - 1;
			if (others === 0) {
				pausedUntil = Math.max(pausedUntil, now() + waitMs);
			} else {
				ceiling = Math.min(ceiling, others);
				ceilingUntil = now() + ceilingLastsMs;
			}
			allow(Math.min(allowed, others * 0.9));
		},
		pause: () => Math.max(0, pausedUntil - now()),
	};
}
