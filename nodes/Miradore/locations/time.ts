import { dayMs } from '../values/day';

/** The time of a location. */
export interface Moment {
	/** Milliseconds since 1970; of a time without an offset as if it were in UTC. */
	order: number;
	/** Whether its offset is known. */
	hasOffset: boolean;
	/** ISO 8601: in UTC where the offset is known, else without an offset. */
	text: string;
	/** Whether it is a day without a time of day. */
	isDay?: boolean;
}

/** A form of text, and how a moment is read from its named parts. */
interface Form {
	pattern: RegExp;
	read(parts: Partial<Record<string, string>>): Moment | undefined;
}

// Without colons, hour, minute and second have two digits each.
const clock = String.raw`(?=\d\d?(?!\d)|(?:\d\d){2,3}(?!\d))(?<hour>\d\d?)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?)?`;
const zone = String.raw`\s*(?:(?<utc>Z|UTC|GMT|UT)|(?<offset>[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))`;
const timeOfDay = `(?:(?:T|,?\\s+)${clock}(?:${zone})?)?`;
const form = (pattern: string) => new RegExp(`^${pattern}$`, 'i');

/**
 * The forms that are read; to have another one read, add it here. None may leave open which day is meant:
 * `11/05/2026` can be two, so it is no form. None was observed (miradore-api.md 2).
 */
const forms: Form[] = [
	// ISO 8601, also with a space for the T or before the offset.
	{
		pattern: form(
			String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)${timeOfDay}`,
		),
		read: (parts) => compose(dayOf(Number(parts.month), parts), parts),
	},
	// ISO 8601 by week and weekday.
	{
		pattern: form(String.raw`(?<year>\d{4})-?W(?<week>\d\d)-?(?<weekday>[1-7])${timeOfDay}`),
		read: (parts) => compose(dayOfWeek(parts), parts),
	},
	// ISO 8601 by day of the year.
	{
		pattern: form(String.raw`(?<year>\d{4})-?(?<ordinal>\d{3})${timeOfDay}`),
		read: (parts) => compose(dayOfYear(parts), parts),
	},
	// API v1's own form (miradore-api.md 5.4).
	{
		pattern: form(String.raw`(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})${timeOfDay}`),
		read: (parts) => compose(dayOf(Number(parts.month), parts), parts),
	},
	// RFC 1123, as HTTP writes dates, or with an offset.
	{
		pattern: form(
			String.raw`(?:(?<weekday>[a-z]{3}),\s*)?(?<day>\d\d?)\s+(?<month>[a-z]{3})\s+(?<year>\d{4})\s+${clock}${zone}`,
		),
		read: (parts) => compose(dayOfRfc1123(parts), parts),
	},
	// Seconds since 1970, save where the digits may be a day and an hour, too.
	{
		pattern:
			/^(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-4])$)(?<n>\d{10}(?:\.\d+)?)$/,
		read: ({ n }) => toMoment(Number(n) * 1000, true),
	},
	// Milliseconds since 1970, bare or as .NET writes them; an offset there says nothing of the moment.
	{ pattern: /^(?<n>\d{13}(?:\.\d+)?)$/, read: ({ n }) => toMoment(Number(n), true) },
	{
		pattern: /^\/?Date\((?<n>\d{12,13})(?:[+-]\d{4})?\)\/?$/i,
		read: ({ n }) => toMoment(Number(n), true),
	},
];

/** Phones have reported in this time; what lies outside stands for no date, such as the year 1 or 9999. */
const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];

const writtenIso = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?Z?)?$/;

/** Reads a time in one of the known forms; undefined for anything else. Nothing is guessed. */
export function readMoment(value: unknown): Moment | undefined {
	// A short number isn't one of seconds or milliseconds, though its digits may look like a day.
	const isNumber = typeof value === 'number' && value >= 1e9;
	if (typeof value !== 'string' && !isNumber) return undefined;
	const text = String(value).trim();
	for (const { pattern, read } of forms) {
		const parts = pattern.exec(text)?.groups;
		const moment = parts && read(parts);
		if (!moment || moment.order < earliest || moment.order >= latest) continue;
		return writtenIso.test(text) ? { ...moment, text } : moment;
	}
	return undefined;
}

type Parts = Parameters<Form['read']>[0];

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

/** The first moment of a day in UTC; undefined for days that don't exist. */
function dayOf(month: number, { year, day }: Parts): number | undefined {
	const first = new Date(Date.UTC(Number(year), month - 1, Number(day)));
	const isDay = first.getUTCMonth() === month - 1 && first.getUTCDate() === Number(day);
	return isDay ? first.getTime() : undefined;
}

function dayOfYear({ year, ordinal }: Parts): number | undefined {
	const first = new Date(Date.UTC(Number(year), 0, Number(ordinal)));
	return first.getUTCFullYear() === Number(year) ? first.getTime() : undefined;
}

/** Week 1 is the one with January 4, and weeks begin on Monday. */
function dayOfWeek({ year, week, weekday }: Parts): number | undefined {
	const thursday = (number: number) => {
		const january4 = new Date(Date.UTC(Number(year), 0, 4));
		const monday = january4.getTime() - ((january4.getUTCDay() + 6) % 7) * dayMs;
		return monday + ((number - 1) * 7 + 3) * dayMs;
	};
	const middle = thursday(Number(week));
	const isWeek = new Date(middle).getUTCFullYear() === Number(year);
	return isWeek ? middle + (Number(weekday) - 4) * dayMs : undefined;
}

/** A weekday has to be the one of the day. */
function dayOfRfc1123(parts: Parts): number | undefined {
	const day = dayOf(months.indexOf(String(parts.month).toLowerCase()) + 1, parts);
	const weekday = day === undefined ? undefined : weekdays[new Date(day).getUTCDay()];
	return weekday === (parts.weekday?.toLowerCase() ?? weekday) ? day : undefined;
}

function compose(day: number | undefined, parts: Parts): Moment | undefined {
	const { hour, minute = 0, second = 0, fraction = '', utc, offset = '' } = parts;
	const [h, m, s] = [hour ?? 0, minute, second].map(Number);
	const isMidnight = h === 24 && m === 0 && s === 0;
	if (day === undefined || (h > 23 && !isMidnight) || m > 59 || s > 59) return undefined;
	const [, sign, hours, minutes = 0] = /([+-])(\d\d):?(\d\d)?/.exec(offset) ?? [];
	const ahead = offset ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
	const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
	const order = day + ((h * 60 + m - ahead) * 60 + s) * 1000 + milliseconds;
	const moment = toMoment(order, Boolean(utc ?? offset));
	return hour === undefined ? { ...moment, text: moment.text.slice(0, 10), isDay: true } : moment;
}

function toMoment(milliseconds: number, hasOffset: boolean): Moment {
	const order = Math.floor(milliseconds);
	const text = new Date(order).toISOString().replace('.000Z', 'Z');
	return { order, hasOffset, text: hasOffset ? text : text.slice(0, -1) };
}
