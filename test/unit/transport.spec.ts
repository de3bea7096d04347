import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAnswer } from '../../nodes/Miradore/transport/answer';
import { authenticate } from '../../nodes/Miradore/transport/authenticate';
import { explainAnswer } from '../../nodes/Miradore/transport/explain';
import { path as apiPath } from '../../nodes/Miradore/transport/request';
import { readSite } from '../../nodes/Miradore/transport/site';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');
const answer = (statusCode: number, body: string) => readAnswer({ statusCode, body, headers: {} });
const credential = { siteName: 'acme', apiKey: '1_a{b},!$', siteNameIn: 'header' };

describe('the body of an answer', () => {
	it.each([
		['[]', []],
		['\uFEFF {"a": 1}\r\n', { a: 1 }],
		['', undefined],
		['   ', undefined],
		[fixture('v2-suspendeddevices-401.live-2026-08-26.txt'), 'Status Code: 401; Unauthorized'],
	])('is read by its content: %p', (text, body) => {
		expect(answer(200, text).body).toEqual(body);
	});
});

describe('an answer that is no success', () => {
	it.each([301, 302, 307, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 504])(
		'is told by its status %d',
		(status) => {
			const failure = explainAnswer(answer(status, ''), []);
			expect(failure?.message).toContain(`(${status})`);
			expect(failure?.description).not.toBe('');
			expect(failure?.httpCode).toBe(status);
		},
	);

	it('is a web page, even with status 200', () => {
		const page = answer(200, '<!DOCTYPE html><html><body>Sign in</body></html>');
		expect(explainAnswer(page, [])?.message).toBe(
			'A web page came instead of an answer of the API',
		);
	});

	it.each([200, 201, 202, 204])('is not %d', (status) => {
		expect(explainAnswer(answer(status, ''), [])).toBeUndefined();
	});

	it('is quoted in the description: escaped, in one line, shortened', () => {
		const xml = fixture('v1-error-401-authentication-failed.xml');
		expect(explainAnswer(answer(401, xml), [])?.description).toContain(
			'Miradore said: Authentication failed',
		);
		expect(explainAnswer(answer(400, '<b>&'), [])?.description).toContain('said: &#60;b&#62;&#38;');
		const long =
			explainAnswer(answer(400, `${'word\n\t\u0007'.repeat(1000)}`), [])?.description ?? '';
		expect(long.length).toBeLessThan(450);
		expect(long).not.toMatch(/\p{Cc}/u);
	});

	it('is quoted without the key, however the server spells it', () => {
		const key = credential.apiKey;
		const form = new URLSearchParams({ key }).toString().slice(4);
		const said = `${key} ${encodeURIComponent(key)} ${form} ${JSON.stringify({ key })}`;
		expect(explainAnswer(answer(400, said), [key])?.description).toContain(
			'Miradore said: *** *** *** {&#34;key&#34;:&#34;***&#34;}',
		);
	});
});

describe('a path', () => {
	it('takes each value for one segment', () => {
		expect(apiPath`/User/Tag/${'a/b?c#d%'}/${12}`).toBe('/User/Tag/a%2Fb%3Fc%23d%25/12');
	});

	it.each(['', '.', '..'])('refuses %p as a segment', (segment) => {
		expect(() => apiPath`/User/Tag/${segment}`).toThrow("can't be used in a Miradore address");
	});
});

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
