import { tryToParseDateTime, UserError } from 'n8n-workflow';
import { isMoment, shorten } from '../values/entered';
import { dayMs } from '../values/day';

/** One end of a period. */
interface Boundary {
	/** The day in the workflow's time zone, as `2026-11-18`. */
	day: string;
	/** Milliseconds since 1970; for an end given as a day alone, the last one of that day. */
	instant: number;
}

/** From when to when locations are asked for; an end left out is open. */
export interface Period {
	start?: Boundary;
	end?: Boundary;
	/** The workflow's, an IANA name. */
	timeZone?: string;
}

/**
 * Reads the period's ends: text in any ISO 8601 form of a day or a moment, a Luxon DateTime or a
 * JavaScript Date; undefined means open. Values without an offset are in `timeZone` (IANA name).
 *
 * @throws UserError for a value that is no date, and for an end before the start.
 */
export function readPeriod(start: unknown, end: unknown, timeZone: string): Period {
	const period: Period = {
		...(start !== undefined && { start: readBoundary('Start Date', start, timeZone, false) }),
		...(end !== undefined && { end: readBoundary('End Date', end, timeZone, true) }),
	};
	if (period.start && period.end && period.end.instant < period.start.instant) {
		throw new UserError("'End Date' is before 'Start Date'", {
			description: `The period would go from ${period.start.day} to ${period.end.day}, read in the time zone ${timeZone}`,
		});
	}
	return period;
}

/**
 * The last days until `now` (milliseconds since 1970): so many before today, and all of today. It goes to
 * the end of tomorrow, for it isn't known whether Miradore counts the last day in (miradore-api.md 2), and
 * clocks of devices may be fast.
 */
export function lastDays(count: number, timeZone: string, now = Date.now()): Period {
	// By the minute, so that all items of a run ask for the same.
	const moment = tryToParseDateTime(new Date(now), timeZone).setZone(timeZone).startOf('minute');
	const [first, tomorrow] = [moment.minus({ days: count }), moment.plus({ days: 1 })];
	return {
		start: { day: first.toISODate() ?? '', instant: first.toMillis() },
		end: { day: tomorrow.toISODate() ?? '', instant: tomorrow.endOf('day').toMillis() },
	};
}

/**
 * Reads one end as {@link readPeriod} does.
 *
 * @throws UserError that names the label for a value that is no date
 */
export function readBoundary(
	label: string,
	value: unknown,
	timeZone: string,
	isEnd: boolean,
): Boundary {
	const utcDay = typeof value === 'string' ? dayInUtc.exec(value)?.[1] : undefined;
	const moment = parse(label, utcDay ? `${utcDay}T00:00:00Z` : value, timeZone);
	const isDayAlone = typeof value === 'string' && spellingsOf(moment).includes(value.trim());
	const zone = utcDay ? 'UTC' : timeZone;
	const isWholeDay = isEnd && (isDayAlone || utcDay !== undefined);
	const boundary = isWholeDay ? moment.setZone(zone).endOf('day') : moment;
	return { day: boundary.setZone(timeZone).toISODate() ?? '', instant: boundary.toMillis() };
}

/** A day with the offset of UTC, as XML has it. */
const dayInUtc = /^\s*(\d{4}-\d\d-\d\d)\s*Z\s*$/i;

function parse(label: string, value: unknown, timeZone: string) {
	const moment = parseLeniently(value, timeZone);
	// n8n's parser also guesses at other texts, and moves days that don't exist: both are refused.
	const text = typeof value === 'string' ? value.trim() : undefined;
	const spellings = moment ? spellingsOf(moment) : [];
	const isIso = spellings.some((spelling) => spelling && text?.startsWith(spelling));
	const isUsual = moment && moment.year >= 1 && moment.year <= 9998;
	if (!moment || !isUsual || (text !== undefined ? !isIso : !isMoment(value))) {
		throw new UserError(`'${label}' is not a date: ${shorten(value)}`, {
			description: 'Enter a day such as 2026-11-18, or a moment such as 2026-11-18T09:30:00+02:00',
		});
	}
	return moment;
}

/** A day in the three forms of ISO 8601 that are taken. */
function spellingsOf(moment: ReturnType<typeof tryToParseDateTime>): Array<string | null> {
	return [moment.toISODate(), moment.toISODate({ format: 'basic' }), moment.toISOWeekDate()];
}

function parseLeniently(value: unknown, timeZone: string) {
	try {
		return tryToParseDateTime(value, timeZone);
	} catch {
		return undefined;
	}
}

/** The `startDate` and `endDate` that ask for the period's days in the workflow's time zone. */
export function days({ start, end }: Period): Record<string, string> {
	return {
		...(start && { startDate: start.day }),
		...(end && { endDate: end.day }),
	};
}

/** As far as any time zone is from UTC. */
const zoneMs = 14 * 3_600_000;

/**
 * The `startDate` and `endDate` whose days hold all from one instant to another, wherever Miradore's
 * days begin, whether it counts the last one in, and whatever zone a time without an offset is in: none
 * of this is known (miradore-api.md 2).
 *
 * @param from milliseconds since 1970; undefined for an open beginning
 * @param to milliseconds since 1970; undefined for an open end
 */
export function daysAround(from?: number, to?: number): Record<string, string> {
	return {
		...(from !== undefined && { startDate: utcDay(from - zoneMs) }),
		...(to !== undefined && { endDate: utcDay(to + zoneMs + dayMs) }),
	};
}

function utcDay(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
