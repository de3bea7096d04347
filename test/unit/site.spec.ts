import { authenticate } from '../../nodes/Miradore/transport/authenticate';
import { addressOf, readSite } from '../../nodes/Miradore/transport/site';

const credential = { siteName: 'acme', apiKey: '1_a{b},!$', siteNameIn: 'header' };

describe('the credential', () => {
	it.each([
		[
			'siteName',
			['', ' ', 'a/b', 'acme/', '..', 'a?b', 'a#b', 'a%2fb', 'a\\b', 'a b', 'ä', 'a\nb', 1],
			'Site Name',
		],
		['apiKey', ['', 'a b', 'a\r\nX-Other: 1', 'schlüssel', undefined], 'API Key'],
		[
			'baseUrl',
			[
				'http://online.miradore.com',
				'http://127.0.0.1.example.com',
				'http://localhost.example.com',
				'http://my-localhost',
				'ftp://127.0.0.1',
				'online.miradore.com',
				'https://online.miradore.com/acme',
				'https://user:pass@online.miradore.com',
				'https://online.miradore.com?a=1',
				'https://',
			],
			'Base URL',
		],
	])('refuses what %s can not be', (field, values, label) => {
		for (const value of values) {
			expect(() => readSite({ ...credential, [field]: value as string })).toThrow(
				`'${label}' in the Miradore credential can't be used`,
			);
		}
	});

	it.each([
		['siteName', /^Enter only the part of the console's address after/],
		['apiKey', /^Paste the key as Miradore showed it/],
		['baseUrl', /^Enter https:\/\/ and the host alone/],
	])('says what %s is to be', (field, description) => {
		const read = () => readSite({ ...credential, [field]: 'a b' });
		expect(read).toThrow(
			expect.objectContaining({ description: expect.stringMatching(description) as string }),
		);
	});

	it('takes spaces around for nothing, and dots within a site name', () => {
		const spaced = { ...credential, siteName: ' .acme. ', apiKey: ' 1_key ' };
		const { paths, apiKey } = readSite(spaced);
		expect([paths.v1, apiKey]).toEqual(['/.acme./API', '1_key']);
	});

	it('makes a whole address of a request', () => {
		const site = readSite({ ...credential, siteName: 'a&b' });
		const query = { select: 'ID,*', 'a&b': 'c=d', half: '\uD800' };
		expect(addressOf(site, { api: 'v1', method: 'GET', path: '/Device', query })).toBe(
			'https://online.miradore.com/a%26b/API/Device?select=ID%2C*&a%26b=c%3Dd&half=%EF%BF%BD',
		);
		expect(addressOf(site, { api: 'v2', method: 'GET', path: '/Device', query: {} })).toBe(
			'https://online.miradore.com/api/v2/Device',
		);
	});

	it.each([
		['https://online.miradore.com/', 'https://online.miradore.com'],
		['', 'https://online.miradore.com'],
		['http://127.0.0.1:5678', 'http://127.0.0.1:5678'],
		['http://localhost:80/', 'http://localhost'],
		['http://127.255.255.254', 'http://127.255.255.254'],
		['http://[::1]:8080', 'http://[::1]:8080'],
	])('takes the base URL %p', (baseUrl, origin) => {
		expect(readSite({ ...credential, baseUrl }).origin).toBe(origin);
	});

	it('names the site in the header or in the path, never in both', async () => {
		const url = 'https://online.miradore.com/api/v2/Device/1/Lock';
		expect((await authenticate(credential, { url })).headers).toEqual({
			'X-API-Key': credential.apiKey,
			'X-Instance-Name': 'acme',
		});
		expect((await authenticate({ ...credential, siteNameIn: 'path' }, { url })).headers).toEqual({
			'X-API-Key': credential.apiKey,
		});
		expect(readSite({ ...credential, siteNameIn: 'path' }).paths.v2).toBe('/acme/api/v2');
		expect(readSite(credential).paths).toEqual({ v1: '/acme/API', v2: '/api/v2' });
	});

	it.each([
		{ url: 'https://example.com/api/v2/Device/1/Lock' },
		{ url: 'http://online.miradore.com/api/v2' },
		{ url: 'https://online.miradore.com:8443/api/v2' },
		{ url: 'https://online.miradore.com@example.com/' },
		{ url: '//example.com/' },
		{ url: '/api', baseURL: 'https://example.com' },
		{ url: 'https://example.com', baseURL: 'https://online.miradore.com' },
		{ url: '.example.com/', baseURL: 'https://online.miradore.com@' },
		{ url: '', uri: 'https://example.com' },
		{ url: 'not a url at all:', baseURL: 'nothing' },
	])('never adds the key to %p', async (request) => {
		await expect(authenticate(credential, request)).rejects.toMatchObject({
			message: expect.stringContaining('The Miradore API key was not sent') as string,
			description: expect.stringContaining('https://online.miradore.com') as string,
		});
	});

	it('puts the key into the query of API v1, encoded, and into no header', async () => {
		const request = { url: 'https://online.miradore.com/acme/API/Device?select=ID#end' };
		const { url, headers } = await authenticate(credential, request);
		expect(url).toBe(
			'https://online.miradore.com/acme/API/Device?select=ID&auth=1_a%7Bb%7D%2C!%24',
		);
		expect(headers).toEqual({});
		const item = await authenticate(credential, {
			url: 'https://online.miradore.com/acme/API/Tag',
		});
		expect(item.url).toBe('https://online.miradore.com/acme/API/Tag?auth=1_a%7Bb%7D%2C!%24');
	});

	it('requests the address that was checked, as axios would join it, and follows no redirect', async () => {
		const request = { baseURL: 'https://online.miradore.com/acme/', url: '/api/v2/Device' };
		const checked = await authenticate(credential, request);
		expect(checked).toMatchObject({
			url: 'https://online.miradore.com/acme/api/v2/Device',
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
		expect(checked).not.toHaveProperty('baseURL');
		const slashes = { baseURL: 'https://online.miradore.com//', url: '//api//v2/' };
		await expect(authenticate(credential, slashes)).rejects.toThrow('was not sent');
		const relative = { baseURL: 'https://online.miradore.com//', url: 'api//v2/https://a' };
		expect((await authenticate(credential, relative)).url).toBe(
			'https://online.miradore.com/api//v2/https://a',
		);
	});

	it('takes what only looks like an address of API v1 for one of API v2', async () => {
		for (const path of ['/x/acme/API/Device', '/acme/api/Device', '/acme/APIs', '/API/Device']) {
			const { url, headers } = await authenticate(credential, {
				url: `https://online.miradore.com${path}`,
			});
			expect(url).not.toContain('auth=');
			expect(headers).toHaveProperty('X-API-Key');
		}
	});
});
