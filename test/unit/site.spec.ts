import { authenticate } from '../../nodes/Miradore/transport/authenticate';
import { readSite } from '../../nodes/Miradore/transport/site';

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
		['https://online.miradore.com/', 'https://online.miradore.com'],
		['', 'https://online.miradore.com'],
		['http://127.0.0.1:5678', 'http://127.0.0.1:5678'],
		['http://localhost:80/', 'http://localhost'],
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
		await expect(authenticate(credential, request)).rejects.toThrow(
			'The Miradore API key was not sent',
		);
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
	});
});
