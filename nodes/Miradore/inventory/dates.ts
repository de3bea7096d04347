/** The two forms of which each tells day from month: what was asked for, and Miradore's own. */
const known = [
	/^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[ T](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?$/,
	/^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})[ T](?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?$/,
];

/** Which of its first two numbers is the month differs from country to country. */
const slashed =
	/^(?<one>\d\d?)\/(?<other>\d\d?)\/(?<year>\d{4}) (?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?(?: (?<half>[AP]M))?$/i;

type Parts = Record<string, string | undefined>;

/**
 * A date of API v1 as `2026-11-05T07:45:00`, without a zone, for Miradore names none; as it came where
 * it can't be read without a guess, for a site may ignore the form that was asked for
 * (miradore-api.md 5.4).
 */
export function toIsoDate(value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const parts: Parts | undefined =
		known.map((form) => form.exec(text)?.groups).find(Boolean) ?? readSlashed(text);
	if (!parts) return text;
	const whole: Parts = { ...parts, second: parts.second ?? '0' };
	const [date, time] = [
		['year', 'month', 'day'],
		['hour', 'minute', 'second'],
	].map((names) => names.map((name) => String(whole[name]).padStart(2, '0')));
	const iso = `${date.join('-')}T${time.join(':')}`;
	return isOnCalendar(iso) ? iso : text;
}

/**
 * A date of API v1 in milliseconds since 1970, as if its unknown zone were UTC; undefined where it can't
 * be read without a guess.
 */
export function readDate(value: unknown): number | undefined {
	const iso = toIsoDate(value);
	return written.test(iso) && isOnCalendar(iso) ? Date.parse(`${iso}Z`) : undefined;
}

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

function readSlashed(text: string): Parts | undefined {
	const { one, other, half, ...parts } = slashed.exec(text)?.groups ?? {};
	if (!one) return undefined;
	const isClear = Number(one) > 12 || Number(other) > 12 || Number(one) === Number(other);
	if (!isClear) return undefined;
	const [month, day] = Number(one) > 12 ? [other, one] : [one, other];
	return { ...parts, month, day, hour: half ? toHour(parts.hour, half) : parts.hour };
}

function toHour(hour: string, half: string): string | undefined {
	if (Number(hour) < 1 || Number(hour) > 12) return undefined;
	return String((Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0));
}

/** JavaScript moves days that don't exist. */
function isOnCalendar(iso: string): boolean {
	const date = new Date(`${iso}Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
