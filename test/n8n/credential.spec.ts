import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator, type SimulatedSite } from '../simulator';
import type { CredentialData } from './client';
import { sharedClient } from './sharedN8n';
import { chosenVersion } from './version';

const { errorsKeepCauses } = chosenVersion();

describe('The test of a credential in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let good: CredentialData;

	beforeAll(async () => {
		site = await startSimulator({ siteName: 'acme' });
		const { siteName, apiKey, baseUrl } = site;
		good = { siteName, apiKey, baseUrl, siteNameIn: 'header' };
	});

	beforeEach(() => {
		site.clearFaults();
		site.clearRequests();
	});

	afterAll(() => site.stop());

	it.each(['header', 'path'] as const)(
		'succeeds for a good key and site, named in the %s',
		async (siteNameIn) => {
			expect(await n8n.testCredential({ ...good, siteNameIn })).toMatchObject({ status: 'OK' });
			expect(site.requests).toMatchObject([{ siteNamedIn: siteNameIn, status: 200 }]);
		},
	);

	it.each(['header', 'path'] as const)(
		'goes where the node goes for spaces and a slash that are too much, with the name in the %s',
		async (siteNameIn) => {
			const change = {
				baseUrl: ` ${good.baseUrl}/ `,
				siteName: ' acme ',
				apiKey: ` ${good.apiKey} `,
			};
			expect(await n8n.testCredential({ ...good, ...change, siteNameIn })).toMatchObject({
				status: 'OK',
			});
			expect(site.requests).toMatchObject([{ siteNamedIn: siteNameIn, status: 200 }]);
			expect(site.requests[0].url).toMatch(/^(\/acme)?\/api\/v2\/CustomAttribute$/);
		},
	);

	it.each([
		['a wrong key', { apiKey: 'wrong' }, 401, "check 'API Key'", 'Authorization failed'],
		['a site in the wrong case', { siteName: 'Acme' }, 403, 'Upper and lower case', 'Forbidden'],
		[
			'an unknown site',
			{ siteName: 'nobody' },
			500,
			'No site has this name',
			'not able to process',
		],
	])('names the cause for %s', async (_, change, answered, ourText, textOfN8n) => {
		const result = await n8n.testCredential({ ...good, ...change });
		expect(result.status).toBe('Error');
		expect(result.message).toContain(errorsKeepCauses ? ourText : textOfN8n);
		// After a 401 n8n asks once more, as it does to renew tokens.
		expect([...new Set(site.requests.map(({ status }) => status))]).toEqual([answered]);
	});

	it.each([
		['a site name with a slash', { siteName: 'acme/console' }, "'Site Name'"],
		['an address without https', { baseUrl: 'http://miradore.example' }, "'Base URL'"],
		['an address with a path', { baseUrl: 'https://miradore.example/acme' }, "'Base URL'"],
	])('sends nothing and names the field for %s', async (_, change, field) => {
		const result = await n8n.testCredential({ ...good, ...change });
		expect(result.status).toBe('Error');
		expect(result.message).toContain(field);
		expect(site.requests).toEqual([]);
	});

	describe('at an address that redirects', () => {
		const arrived: string[] = [];
		let target: Server;

		beforeAll(async () => {
			target = createServer(({ url = '' }, response) => {
				arrived.push(url);
				response.end('[]');
			});
			await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
		});

		afterAll(() => target.close());

		it.each([301, 302, 307, 308])('reports the %i and does not follow it', async (status) => {
			const { port } = target.address() as AddressInfo;
			site.addFault({ status, headers: { location: `http://127.0.0.1:${port}/elsewhere` } });
			const result = await n8n.testCredential(good);
			expect(result.status).toBe('Error');
			const ourText = `redirects elsewhere (${status})`;
			expect(result.message).toContain(errorsKeepCauses ? ourText : `${status}`);
			expect(site.requests).toHaveLength(1);
			expect(arrived).toEqual([]);
		});
	});
});
