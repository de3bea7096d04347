import type { RequestListener } from 'node:http';
import { triesAll } from '../core/random';
import { bodies, type Effect } from './bodies';
import type { Measured } from './nodeProcess';
import { apiKey, megabyte, names, operations, useRawSite, type Name } from './rawSite';

const site = useRawSite();
const { run, serve } = site;

function expectEffect({ items, error }: Measured, effect: Effect): void {
	if (typeof effect === 'number') {
		expect(error).toBeUndefined();
		expect(items).toBe(effect);
		return;
	}
	expect(error?.name).toBe('NodeApiError');
	expect(error?.message).toMatch(effect);
	expect(error?.message.length).toBeLessThan(300);
	expect(error?.description?.length).toBeLessThan(2000);
}

/** At most ten times what came or what it makes, and a little for the run itself: less with smaller bodies. */
function expectModest({ peak, savedLength }: Measured, megabytes: number): void {
	if (peak === undefined) return;
	const own = triesAll ? 120 : 80;
	expect(peak).toBeLessThan(10 * Math.max(megabytes, savedLength / megabyte) + own);
}

describe.each(bodies)(
	'$name',
	({ make, headers, leavesOpen, unpacked, isLarge, locations, list }) => {
		it.each(names.filter((name) => !isLarge || name !== 'Get Many'))(
			'gives %s data or a clear error',
			async (name) => {
				const size = serve(make(apiKey), 200, headers);
				const outcome = await run(name);
				const { refusal } = operations[name];
				const effects: Record<Name, Effect> = {
					'Get Locations': locations ?? refusal,
					'Get Many': list ?? refusal,
					Query: list ?? refusal,
					// What the body of an accepted command says isn't known: any is a success unless it says no.
					Lock: leavesOpen || String(locations).includes('did not answer') ? refusal : 1,
				};
				expectEffect(outcome, effects[name]);
				expectModest(outcome, unpacked ?? size);
			},
		);

		it('is quoted in few words when it comes with an error', async () => {
			const size = serve(make(apiKey), 400, headers);
			const outcome = await run('Lock');
			expectEffect(outcome, /Miradore did not accept the request|It is not known/);
			expectModest(outcome, unpacked ?? size);
		});
	},
);

describe('an answer that never ends', () => {
	it.each([
		[
			'Get Locations',
			/^Device 1: Miradore did not answer: no whole answer came within 1.5 seconds/,
		],
		['Query', /^Miradore did not answer: no whole answer came within 1.5 seconds/],
		['Lock', /It is not known whether Miradore carried this out: Miradore did not answer/],
	] as const)('ends at the time limit: %s', async (name, message) => {
		let isClosed: Promise<unknown> = Promise.resolve();
		site.respond = (_, response) => {
			response.writeHead(200);
			const drip = setInterval(() => response.write(' '), 200);
			isClosed = new Promise((resolve) => response.once('close', resolve)).finally(() =>
				clearInterval(drip),
			);
		};
		expectEffect(await run(name, { timeout: 1500 }), message);
		// Nothing goes on behind the scenes either.
		await isClosed;
	});
});

describe('an answer that is cut or malformed', () => {
	const shapes: Record<string, string> = {
		'shorter than its Content-Length':
			'HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n[]',
		'in chunks without an end': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n',
		'in a chunk of no size': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n',
		'no HTTP': 'SSH-2.0-OpenSSH_9.6\r\n',
		nothing: '',
	};
	const cut = (bytes: string): RequestListener => {
		return ({ socket }) => {
			socket.end(bytes);
		};
	};

	it.each(Object.keys(shapes))('is no answer: %s', async (shape) => {
		site.respond = cut(shapes[shape]);
		expectEffect(await run('Get Locations'), /^Device 1: Miradore did not answer: /);
		expectEffect(await run('Query'), /^Miradore did not answer: /);
		expectEffect(await run('Lock'), /^Device 1: It is not known whether Miradore carried this out/);
	});

	it('ends where its Content-Length or an empty chunk says', async () => {
		const ends = [
			'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[{"a": 1}, {"a": 2}]',
			'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[{"a": 1}\r\n0\r\n\r\n9\r\n,{"a":2}]\r\n',
		];
		for (const end of ends) {
			site.respond = cut(end);
			expectEffect(await run('Get Locations'), /something else than a list|is not HTTP/);
		}
	});
});
