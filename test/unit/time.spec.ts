import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { readMoment } from '../../nodes/Miradore/locations/time';
import { cases } from '../core/random';

const utc = '2026-11-05T21:12:00Z';

describe('a time', () => {
	it.each<[string | number, string]>([
		[utc, utc],
		['2026-11-05T21:12:00.1234567Z', '2026-11-05T21:12:00.1234567Z'],
		['2026-11-05t21:12:00z', utc],
		[' 2026-11-05 21:12 Z ', utc],
		['2026-11-05 21:12:00 UTC', utc],
		['2026-11-05 23:12:00 +02:00', utc],
		['2026-11-05T23:12:00+02', utc],
		['2026-11-05T18:42:00-0230', utc],
		['20261105T211200Z', utc],
		['2026-W45-4T21:12Z', utc],
		['2026W454T2112Z', utc],
		['2026-309T21:12Z', utc],
		['2026-11-05T21:12:00,5Z', '2026-11-05T21:12:00.500Z'],
		['2026-11-05T24:00:00Z', '2026-11-06T00:00:00Z'],
		['Thu, 05 Nov 2026 21:12:00 GMT', utc],
		['5 Nov 2026 23:12:00 +0200', utc],
		['/Date(1793913120000)/', utc],
		['/Date(1793913120000+0200)/', utc],
		[1793913120, utc],
		['1793913120', utc],
		['2000240000', '2033-05-20T22:13:20Z'],
		['2026-11-05T9:12Z', '2026-11-05T09:12:00Z'],
		['2026-11-05T09Z', '2026-11-05T09:00:00Z'],
		[1793913120000, utc],
		['1793913120500', '2026-11-05T21:12:00.500Z'],
		[1793913120.5, '2026-11-05T21:12:00.500Z'],
		['05.11.2026 23:12:00 +02:00', utc],
	])('of %p is %s', (value, text) => {
		expect(readMoment(value)).toEqual({ order: Date.parse(text), hasOffset: true, text });
	});

	it.each([
		['2026-11-05T21:12:00', '2026-11-05T21:12:00'],
		['2026-11-05 21:12:00.25', '2026-11-05T21:12:00.250'],
		['05.11.2026 21:12', '2026-11-05T21:12:00'],
		['5.11.2026 9:12:01', '2026-11-05T09:12:01'],
		['05.11.2026', '2026-11-05'],
		['20261105', '2026-11-05'],
		['2026-11-05', '2026-11-05'],
	])('of %s has no offset and is written %s', (value, text) => {
		const order = DateTime.fromISO(text, { zone: 'utc' }).toMillis();
		expect(readMoment(value)).toEqual({
			order,
			hasOffset: false,
			text,
			...(!text.includes('T') && { isDay: true }),
		});
	});

	it.each([
		'11/05/2026',
		'11/05/2026 21:12:00',
		'13/05/2026 21:12:00',
		'2026/11/05 21:12',
		'11-05-2026 21:12',
		'05.11.26 21:12',
		'Nov 5, 2026',
		'Thu Nov 05 2026 21:12:00 GMT+0200',
		'Fri, 05 Nov 2026 21:12:00 GMT',
		'31 Feb 2026 21:12:00 GMT',
		'5 Nov 2026 21:12:00 XYZ',
		'5 Nov 2026 21:12:00',
		'2026-11-05 9:12 PM',
		'2026-11-05T21:12:00 EST',
		'2026-11-05T21:12:00+15:00',
		'2026-02-30T10:00:00Z',
		'31.02.2026 10:00',
		'11.13.2026 10:00',
		'2026-W54-1',
		'2025-W53-1',
		'2026-W00-1',
		'2026-366',
		'2026-000',
		'2026-1105',
		'2026-11',
		'2026',
		'21:12:00',
		'2026-11-05T123Z',
		'2026-11-05T912',
		'20261105T21120Z',
		'2026110521',
		'2033051800',
		'2026-11-05T25:00:00Z',
		'2026-11-05T24:00:01Z',
		'2026-11-05T21:60:00Z',
		'2026-11-05T21:12:60Z',
		'0001-01-01T00:00:00',
		'01.01.0001 00:00:00',
		'9999-12-31T23:59:59.9999999',
		'/Date(-62135596800000)/',
		'now',
		'',
		0,
		5,
		20261105,
		179391312,
		17939131200,
		1e300,
		NaN,
		true,
		null,
		undefined,
		{},
		[utc],
	])('is not read from %p', (value) => {
		expect(readMoment(value)).toBeUndefined();
	});

	it('of any moment and offset is what Luxon reads', () => {
		const moments = fc.tuple(
			fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
			fc.integer({ min: -14 * 60, max: 14 * 60 }),
			fc.constantFrom('toISO', 'toISOWeekDate', 'toRFC2822'),
		);
		fc.assert(
			fc.property(moments, ([date, offset, form]) => {
				const moment = DateTime.fromJSDate(date).setZone(FixedOffsetZone.instance(offset));
				const texts = {
					toISO: [moment.toISO(), moment.toMillis()],
					toISOWeekDate: [`${moment.toISOWeekDate()}T${moment.toISOTime()}`, moment.toMillis()],
					toRFC2822: [moment.toRFC2822(), moment.startOf('second').toMillis()],
				} as const;
				const [text, order] = texts[form];
				expect(readMoment(text)?.order).toBe(order);
				expect(DateTime.fromISO(readMoment(text)?.text ?? '').toMillis()).toBe(order);
			}),
			cases(500, 500),
		);
	});
});
