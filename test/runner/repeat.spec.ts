import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { waitUntil } from '../n8n/waitUntil';
import type { Fault } from '../simulator';

const simulation = useSite();
beforeEach(() => {
	for (const device of simulation.site.fleet.devices) device.lockedAt = [];
});

const run = (operation: string, options = {}, settings = {}) =>
	execute({
		parameters: { operation, deviceId: { __rl: true, mode: 'id', value: '1' }, options },
		credential: simulation.credential,
		...settings,
	});

const seen = () => simulation.site.requests.length;
const locks = () => simulation.site.fleet.devices[0].lockedAt.length;
const retryAfter = (value: string) => ({ 'retry-after': value });

describe('a read', () => {
	it.each<Fault>([
		{ status: 408 },
		{ status: 425 },
		{ status: 429 },
		{ status: 502 },
		{ status: 503 },
		{ status: 504 },
		{ reset: 'beforeHandling' },
		{ reset: 'afterHandling' },
	])('is repeated after %p', async (fault) => {
		simulation.site.addFault({ times: 1, ...fault });
		const { error } = await run('getLocations');
		expect(error).toBeUndefined();
		expect(seen()).toBe(2);
	});

	it.each([400, 401, 403, 404, 409, 500, 501])('is not repeated after %d', async (status) => {
		simulation.site.addFault({ times: 1, status });
		const { error } = await run('getLocations');
		expect(error?.message).toContain(`(${status})`);
		expect(seen()).toBe(1);
	});

	it('is repeated after the time limit', async () => {
		// The first is answered only once the second is there, the second at once.
		simulation.site.addFault({ times: 1, before: () => waitUntil(() => seen() > 1, 20, 5) });
		// A busy machine may not answer it within the time either.
		const { error } = await run('getLocations', { timeout: 1000, maxRetries: 10 });
		expect(error).toBeUndefined();
		expect(seen()).toBeGreaterThanOrEqual(2);
	});

	it('is repeated only as often as the option says', async () => {
		simulation.site.addFault({ status: 503 });
		const { error } = await run('getLocations', { maxRetries: 1 });
		expect(error?.message).toBe(
			'Device 1: Miradore is not available at the moment (503), even when asked 2 times [item 0]',
		);
		expect(seen()).toBe(2);
	});
});

describe('a command', () => {
	it.each<Fault>([
		{ status: 429 },
		{ status: 429, headers: retryAfter('1') },
		{ status: 503, headers: retryAfter('0') },
	])('is repeated after %p, for it was not carried out', async (fault) => {
		simulation.site.addFault({ times: 1, ...fault });
		const { success } = await run('lock');
		expect(success.map(({ json }) => json)).toEqual([
			{ success: true, outcome: 'sent', deviceId: 1 },
		]);
		expect([seen(), locks()]).toEqual([2, 1]);
	});

	it.each<[Fault, string]>([
		[{ status: 502, handled: true }, 'Miradore could not be reached behind its gateway (502)'],
		[{ status: 503, handled: true }, 'Miradore is not available at the moment (503)'],
		[{ status: 504, handled: true }, 'Miradore took too long behind its gateway (504)'],
		[
			{ status: 500, handled: true },
			'Miradore knows no site of this name, or could not answer (500)',
		],
		[{ status: 303, handled: true }, "Miradore's address redirects elsewhere (303)"],
		[{ status: 408, handled: true }, 'Miradore waited too long for the request (408)'],
		[{ reset: 'afterHandling' }, 'Miradore did not answer: the connection broke off'],
		[
			{ status: 200, body: '<html></html>', handled: true },
			'A web page came instead of an answer of the API',
		],
	])(
		'is not repeated after %p; the error says that it may have been carried out',
		async (fault, message) => {
			simulation.site.addFault(fault);
			const { error } = await run('lock');
			expect(error?.message).toBe(
				`Device 1: It is not known whether Miradore carried this out: ${message} [item 0]`,
			);
			expect(error?.description).toContain('action log');
			expect(error?.description).toContain('Not known whether carried out: Device 1.');
			expect([seen(), locks()]).toEqual([1, 1]);
		},
	);

	it.each([400, 401, 403, 404])('is not repeated after %d', async (status) => {
		simulation.site.addFault({ status });
		const { error } = await run('lock');
		expect(error?.message).not.toContain('not known');
		expect(seen()).toBe(1);
	});

	it('that never reached the site is repeated, and failed in the end', async () => {
		const credential = { ...simulation.credential, baseUrl: 'http://127.0.0.1:9' };
		const { error } = await run('lock', { maxRetries: 1 }, { credential });
		expect(error?.message).toBe(
			'Device 1: Miradore did not answer: the connection was refused, even when asked 2 times [item 0]',
		);
	});
});

describe('Retry-After', () => {
	it.each([
		['in seconds', () => '1', (first: number) => first + 990],
		[
			'as an HTTP date',
			() => new Date(Date.now() + 2000).toUTCString(),
			(_: number, date: string) => Date.parse(date) - 10,
		],
	])('%s is waited for', async (_, write, earliest) => {
		const value = write();
		simulation.site.addFault({ times: 1, status: 429, headers: retryAfter(value) });
		await run('lock');
		const [first, second] = simulation.site.requests.map(({ at }) => Date.parse(at));
		expect(second).toBeGreaterThanOrEqual(earliest(first, value));
	});

	it('that is too long is not waited for, and named', async () => {
		simulation.site.addFault({ status: 429, headers: retryAfter('3600') });
		const { error } = await run('lock');
		expect(error?.message).toMatch(
			/^Device 1: Miradore received too many requests \(429\), and asks to wait 3\d\d\d seconds more, where 300 in all are the most \[item 0\]$/,
		);
		expect(seen()).toBe(1);
	});
});
