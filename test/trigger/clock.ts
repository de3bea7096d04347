/** What stays real while the date is set: requests need it. */
const real = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A clock that stands still until a test moves it. */
export interface Clock {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** The same as ISO 8601 in UTC, so many milliseconds earlier. */
	ago(milliseconds?: number): string;
	/** Moves the clock on. */
	pass(milliseconds: number): void;
}

/** Sets the date of the tests of a file to 2026-11-20, noon in UTC, before each. */
export function useClock(): Clock {
	beforeEach(() => {
		jest.useFakeTimers({ now: Date.parse('2026-11-20T12:00:00Z'), doNotFake: [...real] });
	});
	afterEach(() => jest.useRealTimers());
	return {
		get now() {
			return Date.now();
		},
		ago: (milliseconds = 0) => new Date(Date.now() - milliseconds).toISOString(),
		pass: (milliseconds) => void jest.setSystemTime(Date.now() + milliseconds),
	};
}
