import { DateTime } from 'luxon';
import type { ElementShape } from './locationElements';

/** A shape that differs in its time alone. */
function time(name: string, write: (moment: DateTime) => unknown, known?: ElementShape['time']) {
	const element: ElementShape['element'] = ({ timestamp, ...rest }) => ({
		[name]: write(DateTime.fromISO(timestamp, { zone: 'utc' })),
		...rest,
	});
	return { element, time: known };
}

const formatted = (format: string) => (moment: DateTime) => moment.toFormat(format);
/** The same moment, two hours ahead. */
const ahead = (format: string) => (moment: DateTime) => moment.setZone('UTC+2').toFormat(format);
const iso = (moment: DateTime) => moment.toISO();
const seconds = (moment: DateTime) => Math.floor(moment.toSeconds());
const milliseconds = (moment: DateTime) => moment.toMillis();
const local = "yyyy-MM-dd'T'HH:mm:ss";

/** Names and forms of the time. */
export const times: Record<string, ElementShape> = {
	time: time('time', iso),
	fixTime: time('fixTime', iso),
	dateTime: time('dateTime', iso),
	date: time('date', iso),
	reportedAt: time('reportedAt', iso),
	reportedOnUtc: time('ReportedOnUtc', iso),
	created: time('created', iso),
	createdAt: time('created_at', iso),
	upperCaseTime: time('TIMESTAMP', iso),
	spaceForT: time('timestamp', formatted("yyyy-MM-dd HH:mm:ss'Z'")),
	spaceBeforeOffset: time('timestamp', ahead('yyyy-MM-dd HH:mm:ss ZZ')),
	offsetOfHours: time('timestamp', (moment) => ahead(local)(moment) + '+02'),
	offsetWithoutColon: time('timestamp', ahead(`${local}ZZZ`)),
	sevenDigits: time('timestamp', (moment) => formatted(local)(moment) + '.0000000Z'),
	utcAsWord: time('timestamp', formatted("yyyy-MM-dd HH:mm:ss 'UTC'")),
	smallLetters: time('timestamp', formatted("yyyy-MM-dd't'HH:mm:ss'z'")),
	basicIso: time('timestamp', formatted("yyyyMMdd'T'HHmmss'Z'")),
	weekDate: time(
		'timestamp',
		(moment) => moment.toISOWeekDate() + formatted("'T'HH:mm:ss'Z'")(moment),
	),
	dayOfYear: time('timestamp', formatted("yyyy-ooo'T'HH:mm:ss'Z'")),
	dateOfMs: time('timestamp', (moment) => `/Date(${moment.toMillis()})/`),
	dateOfMsWithOffset: time('timestamp', (moment) => `/Date(${moment.toMillis()}+0200)/`),
	unixSeconds: time('timestamp', seconds),
	unixSecondsAsText: time('timestamp', (moment) => String(seconds(moment))),
	unixMilliseconds: time('timestamp', milliseconds),
	unixMillisecondsAsText: time('timestamp', (moment) => String(milliseconds(moment))),
	rfc1123: time('timestamp', (moment) => moment.toHTTP()),
	rfc1123WithOffset: time('timestamp', (moment) => moment.setZone('UTC+2').toRFC2822()),
	apiV1: time('timestamp', formatted('dd.MM.yyyy HH:mm:ss'), 'local'),
	apiV1WithoutSeconds: time('FixTime', formatted('dd.MM.yyyy HH:mm'), 'local'),
	withoutOffset: time('timestamp', formatted(local), 'local'),
	spaceWithoutOffset: time('timestamp', formatted('yyyy-MM-dd HH:mm:ss'), 'local'),
	slashes: time('timestamp', formatted('MM/dd/yyyy HH:mm:ss'), 'none'),
	twelveHours: time('timestamp', formatted('M/d/yyyy h:mm:ss a'), 'none'),
	dayInWords: time('timestamp', formatted('MMMM d, yyyy HH:mm'), 'none'),
	clockAlone: time('time', formatted('HH:mm:ss'), 'none'),
	noDate: time('timestamp', () => '0001-01-01T00:00:00', 'none'),
	noDay: time('timestamp', () => '2026-02-30T10:00:00Z', 'none'),
	unixZero: time('timestamp', () => 0, 'none'),
	nullTime: time('timestamp', () => null, 'none'),
	unknownTime: time('when', iso, 'none'),
	dayAndClock: {
		element: ({ timestamp, ...rest }) => ({
			date: timestamp.slice(0, 10),
			time: timestamp.slice(11, 19),
			...rest,
		}),
		time: 'none',
	},
	reportedDayAndClock: {
		element: ({ timestamp, ...rest }) => ({
			reportedDate: timestamp.slice(0, 10),
			reportedTime: timestamp.slice(11, 19),
			...rest,
		}),
		time: 'none',
	},
};
