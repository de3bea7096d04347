/** Writes a date; the zone of the service's dates is not known, here it is UTC. */
export type DateWriter = (date: Date) => string;

const dayFirst: DateWriter = (date) => {
	const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(date.toISOString())!;
	return `${day}.${month}.${year} ${time}`;
};

/** The .NET formats understood; the first is the service's default (L). */
export const dateWriters: Record<string, DateWriter> = {
	'dd.MM.yyyy HH:mm:ss': dayFirst,
	'yyyy-MM-dd HH:mm:ss': (date) => date.toISOString().slice(0, 19).replace('T', ' '),
};

export const writeDefaultDate = dayFirst;

/**
 * Reads a date of a filter in milliseconds; NaN if it is none. A date without time is its first
 * moment. That filters also take dates with the year first is an assumption.
 */
export function readDate(text: string): number {
	const [day, time = '00:00:00'] = text.split(' ');
	const isoDay = day.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
	return Date.parse(`${isoDay}T${time}Z`);
}

/** As .NET writes dates in the United States: `11/5/2026 7:45:00 AM`. */
export const americanDate: DateWriter = (date) => {
	const [day, time] = [
		[date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear()],
		[date.getUTCHours() % 12 || 12, ...dayFirst(date).split(':').slice(1)],
	];
	return `${day.map(Number).join('/')} ${time.join(':')} ${date.getUTCHours() < 12 ? 'AM' : 'PM'}`;
};
