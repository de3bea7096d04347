import { authenticate } from '../../nodes/Miradore/transport/authenticate';

const credential = { siteName: 'acme', apiKey: '1_a{b},!$', siteNameIn: 'header' };

describe('a request with the credential', () => {
	it('names the site in the header or in the path, never in both', async () => {
		const url = 'https://online.miradore.com/api/v2/Device/1/Lock';
		expect((await authenticate(credential, { url })).headers).toEqual({
			'X-API-Key': credential.apiKey,
			'X-Instance-Name': 'acme',
		});
		expect((await authenticate({ ...credential, siteNameIn: 'path' }, { url })).headers).toEqual({
			'X-API-Key': credential.apiKey,
		});
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
