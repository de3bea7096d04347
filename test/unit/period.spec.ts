import { DateTime } from 'luxon';
import { days, daysAround, readPeriod } from '../../nodes/Miradore/locations/period';

const helsinki = 'Europe/Helsinki';
const newYork = 'America/New_York';

describe('the period of locations', () => {
	it.each([
		['a day', '2026-11-18', helsinki, '2026-11-18'],
		["the date picker's value", '2026-11-18T00:00:00', helsinki, '2026-11-18'],
		[
			'a moment with an offset, in the workflow’s zone',
			'2026-11-17T23:30:00Z',
			helsinki,
			'2026-11-18',
		],
		['the same west of Greenwich', '2026-11-18T02:00:00Z', newYork, '2026-11-17'],
		['milliseconds', '2026-11-18T10:00:00.123+02:00', helsinki, '2026-11-18'],
		['the basic form', '20261118', helsinki, '2026-11-18'],
		['the basic form with a time', '20261118T100000Z', helsinki, '2026-11-18'],
		['a week date', '2026-W47-3', helsinki, '2026-11-18'],
		['the first year', '0001-01-01', helsinki, '0001-01-01'],
		['the last year', '9998-12-31', helsinki, '9998-12-31'],
		['a space for the T', '2026-11-18 10:00:00', helsinki, '2026-11-18'],
		['spaces around', ' 2026-11-18 ', helsinki, '2026-11-18'],
		['a Luxon DateTime', DateTime.fromISO('2026-11-17T23:30:00Z'), helsinki, '2026-11-18'],
		['a JavaScript Date', new Date('2026-11-17T23:30:00Z'), helsinki, '2026-11-18'],
	])('reads %s', (_, value, timeZone, day) => {
		expect(days(readPeriod(value, value, timeZone))).toEqual({ startDate: day, endDate: day });
	});

	it.each([
		'tomorrow',
		'18.11.2026',
		'11/18/2026',
		'11.12.2026',
		'2026-02-30',
		'2026-02-30T10:00:00',
		'2026-13-01',
		'2026-11-18T25:00:00',
		'2026-11',
		'0000-06-01',
		'9999-01-01',
		'5',
		'device 1',
		5,
		1795393228272,
		true,
		{},
	])('refuses %p and names the field', (value) => {
		expect(() => readPeriod(value, undefined, 'UTC')).toThrow(/^'Start Date' is not a date: /);
		expect(() => readPeriod(undefined, value, 'UTC')).toThrow(/^'End Date' is not a date: /);
	});

	it('says how to write a date', () => {
		const description = expect.stringContaining('such as 2026-11-18') as string;
		expect(() => readPeriod('today', undefined, 'UTC')).toThrow(
			expect.objectContaining({ description }) as Error,
		);
	});

	it('says which period it read where the end comes first', () => {
		const description =
			'The period would go from 2026-11-18 to 2026-11-17, read in the time zone Europe/Helsinki';
		expect(() => readPeriod('2026-11-18', '2026-11-17', helsinki)).toThrow(
			expect.objectContaining({ description }) as Error,
		);
	});

	it('refuses an end before the start, by day and by moment', () => {
		const message = "'End Date' is before 'Start Date'";
		expect(() => readPeriod('2026-11-18', '2026-11-17', 'UTC')).toThrow(message);
		expect(() => readPeriod('2026-11-18T10:00:00', '2026-11-18T09:59:59', 'UTC')).toThrow(message);
		expect(() => readPeriod('2026-11-18T10:00:00Z', '2026-11-18T11:00:00+02:00', 'UTC')).toThrow(
			message,
		);
	});

	it('takes an end given as a day for the whole of that day', () => {
		const { start, end } = readPeriod('2026-11-18T10:00:00', '2026-11-18', helsinki);
		expect(new Date(start?.instant ?? 0).toISOString()).toBe('2026-11-18T08:00:00.000Z');
		expect(new Date(end?.instant ?? 0).toISOString()).toBe('2026-11-18T21:59:59.999Z');
	});

	it.each(['20261118', '2026-W47-3', ' 2026-11-18 '])('takes the end %s for a whole day', (day) => {
		const { end } = readPeriod(undefined, day, 'UTC');
		expect(new Date(end?.instant ?? 0).toISOString()).toBe('2026-11-18T23:59:59.999Z');
	});

	it.each(['UTC', helsinki, newYork])(
		'takes a day in UTC for the whole of it in %s',
		(timeZone) => {
			for (const day of ['2026-11-18Z', ' 2026-11-18z ', '2026-11-18 Z']) {
				const { start, end } = readPeriod(day, day, timeZone);
				expect(new Date(start?.instant ?? 0).toISOString()).toBe('2026-11-18T00:00:00.000Z');
				expect(new Date(end?.instant ?? 0).toISOString()).toBe('2026-11-18T23:59:59.999Z');
				const { startDate, endDate } = days({ start, end });
				expect(startDate <= '2026-11-18' && endDate >= '2026-11-18').toBe(true);
			}
			expect(() => readPeriod(undefined, '2026-02-30Z', timeZone)).toThrow('is not a date');
		},
	);

	it('takes a start given as a day from its first moment on, and spaces for nothing', () => {
		const { start, end } = readPeriod(' 2026-11-18 ', ' 2026-11-18 ', 'UTC');
		expect(new Date(start?.instant ?? 0).toISOString()).toBe('2026-11-18T00:00:00.000Z');
		expect(new Date(end?.instant ?? 0).toISOString()).toBe('2026-11-18T23:59:59.999Z');
	});

	it('leaves out what is not set', () => {
		expect(days(readPeriod(undefined, undefined, 'UTC'))).toEqual({});
		expect(days(readPeriod('2026-11-18', undefined, 'UTC'))).toEqual({ startDate: '2026-11-18' });
		const { start, end } = readPeriod(undefined, '2026-11-18', 'UTC');
		expect(daysAround(start?.instant, end?.instant)).toEqual({ endDate: '2026-11-20' });
	});
});

describe('daysAround', () => {
	it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC', 'Europe/Helsinki'])(
		'holds the first and the last moment as %s counts its days',
		(zone) => {
			for (let hour = 0; hour < 24; hour++) {
				const from = DateTime.fromISO('2026-11-18T00:30:00Z').plus({ hours: hour });
				const to = from.plus({ hours: 3 });
				const { startDate, endDate } = daysAround(from.toMillis(), to.toMillis());
				expect(startDate <= (from.setZone(zone).toISODate() ?? '')).toBe(true);
				// Whether Miradore counts the last day in isn't known.
				expect(endDate > (to.setZone(zone).toISODate() ?? '')).toBe(true);
			}
		},
	);
});
