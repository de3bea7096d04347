/** What the minutes of locations are counted from. */
export const start = Date.parse('2026-11-20T12:00:00Z');

/** A location so many minutes behind the start. */
export const fix = (minutes: number, latitude: number | string = 60) => ({
	timestamp: new Date(start + minutes * 60_000).toISOString(),
	latitude,
	longitude: 24,
});

/** The minutes of locations. */
export const times = (timed: Array<{ time: number }>) =>
	timed.map(({ time }) => (time - start) / 60_000);
