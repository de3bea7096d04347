import { runInNewContext } from 'node:vm';
import { readDate, toIsoDate } from '../../nodes/Miradore/inventory/dates';
import { toLocationItem } from '../../nodes/Miradore/locations/fix';
import { readPeriod } from '../../nodes/Miradore/locations/period';
import { readAnswer, spellingsOf } from '../../nodes/Miradore/transport/answer';
import { execute } from '../core/execute';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';

/** Dates that JavaScript reads in a way of its own, some of them wrong. */
const odd = [
	'05.11.2026 21:12',
	'5.11.2026 7:45:00',
	'11/05/2026',
	'11/5/2026 7:45:00 AM',
	'Nov 5 2026',
	'5 Nov 2026',
	'2026/11/05',
	'2026-11-5',
	'device 1',
	'12',
	'1',
];

/** The forms of text that JavaScript is left to read: ISO 8601 with a time and an offset, and RFC 1123. */
const unmistakable =
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$|^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

const guessed: unknown[] = [];
const RealDate = Date;

/** Whether the package itself asks, not a library or the test. */
function isOurs(): boolean {
	// The error, this function, the one that notes, the one that is watched, and what called that one.
	const [caller = ''] = (new Error().stack ?? '').split('\n').slice(4);
	return caller.includes('/nodes/Miradore/');
}

class WatchedDate extends RealDate {
	constructor(...values: [number]) {
		super(...values);
		if (values.length > 0) note(values[0]);
	}
	static parse(text: string) {
		note(text);
		return RealDate.parse(text);
	}
}

function note(value: unknown) {
	if (typeof value === 'string' && isOurs() && !unmistakable.test(value)) guessed.push(value);
}

const simulation = useSite();
beforeEach(() => {
	guessed.length = 0;
	global.Date = WatchedDate as DateConstructor;
});
afterEach(() => {
	global.Date = RealDate;
});

const readers: Record<string, (text: string) => unknown> = {
	'a date of API v1': (text) => [toIsoDate(text), readDate(text)],
	'a location': (text) => toLocationItem(1, { timestamp: text, latitude: 1, longitude: 1 }, true),
	'an end of a period': (text) => {
		try {
			return readPeriod(text, undefined, 'UTC');
		} catch {
			return undefined;
		}
	},
	'Retry-After': (text) =>
		readAnswer(
			{ statusCode: 429, body: '', headers: { 'retry-after': text } },
			spellingsOf('1_key'),
		),
	'Device Not Reporting': async (text) => {
		const { site } = simulation;
		site.v1 = { ...site.v1, dates: () => text };
		const parameters = { event: 'deviceSilent', notReportedForDays: 1 };
		const trigger = new PublishedTrigger({ parameters, credential: credentialOf(site) });
		await trigger.activate();
		await trigger.poll();
	},
	'Get Many': (text) => {
		const { site } = simulation;
		site.v1 = { ...site.v1, dates: () => text };
		return execute({
			parameters: { operation: 'getAll', returnAll: true },
			credential: credentialOf(site),
		});
	},
};

describe('JavaScript is never left to guess what a date means by', () => {
	it.each(Object.keys(readers))('%s', async (reader) => {
		for (const text of odd) await readers[reader](text);
		expect(guessed).toEqual([]);
	});
});

it('a guess would be noticed', () => {
	// As a file of the package would do it.
	const filename = '/nodes/Miradore/guess.js';
	runInNewContext("Date.parse('05.11.2026 21:12')", { Date }, { filename });
	expect(guessed).toEqual(['05.11.2026 21:12']);
});
