import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute } from './core/execute';
import { credentialOf, spellings, useSite } from './core/site';

const simulation = useSite();

const run = (changes = {}, settings = {}) =>
	execute({
		parameters: { operation: 'getLocations', deviceId: { __rl: true, mode: 'id', value: '1' } },
		credential: credentialOf(simulation.site, changes),
		...settings,
	});

describe('the credential in n8n-core', () => {
	it.each(['header', 'path'])('names the site in the %s', async (siteNameIn) => {
		const { error } = await run({ siteNameIn });
		expect(error).toBeUndefined();
		expect(simulation.site.requests.map((request) => request.siteNamedIn)).toEqual([siteNameIn]);
	});

	it.each([
		['a refused key', { apiKey: '1_other' }, 'Miradore refused the API key (401)', "'API Key'"],
		[
			'a site in the wrong case',
			{ siteName: 'ACME' },
			'Miradore refused access to the site (403)',
			'upper and lower case',
		],
		[
			'an unknown site',
			{ siteName: 'nobody' },
			'Miradore knows no site of this name, or could not answer (500)',
			"'Site Name'",
		],
	])('explains %s', async (_, changes, message, remedy) => {
		const { error } = await run(changes);
		expect(error?.message).toBe(`Device 1: ${message} [item 0]`);
		expect(error?.description).toContain(remedy);
	});

	it('that can not be used is refused before any request, for each item when the node goes on', async () => {
		const message = "'Site Name' in the Miradore credential can't be used";
		const stopped = await run({ siteName: 'acme/api' });
		expect(stopped.error?.message).toBe(`${message} [item 0]`);
		const continued = await run(
			{ siteName: 'acme/api' },
			{ settings: { onError: 'continueErrorOutput' }, items: [{}, {}] },
		);
		expect(continued.failed.map(({ json }) => json.error)).toEqual([message, message]);
		expect(continued.success).toEqual([]);
		expect(simulation.site.requests).toEqual([]);
	});
});

describe('a redirect', () => {
	let elsewhere: Server;
	let visits = 0;
	beforeAll(async () => {
		elsewhere = createServer((_, response) => {
			visits += 1;
			response.end('[]');
		});
		await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => elsewhere.close());

	it.each([301, 302, 303, 307, 308])('with %d is reported and not followed', async (status) => {
		const { port } = elsewhere.address() as AddressInfo;
		simulation.site.addFault({ status, headers: { location: `http://127.0.0.1:${port}/` } });
		const { error } = await run();
		expect(error?.message).toBe(
			`Device 1: Miradore's address redirects elsewhere (${status}) [item 0]`,
		);
		expect(visits).toBe(0);
	});
});

describe('the key', () => {
	it.each([
		['a success', {}, {}],
		['a refusal that repeats it', { status: 400 }, {}],
		['a list that repeats nothing', { status: 200, body: '[]' }, {}],
		['no answer', { reset: 'beforeHandling' as const }, {}],
		['a failed item', { status: 401 }, { settings: { onError: 'continueErrorOutput' } }],
	])('is in nothing that n8n saves after %s', async (_, fault, settings) => {
		const key = simulation.site.apiKey;
		if (Object.keys(fault).length > 0) {
			const body = `Not this: ${key} ${encodeURIComponent(key)}`;
			simulation.site.addFault({ body, ...fault });
		}
		const { saved } = await run({}, settings);
		expect(simulation.site.requests[0].headers['x-api-key']).toBe(key);
		for (const spelling of spellings(key)) expect(saved).not.toContain(spelling);
	});
});
