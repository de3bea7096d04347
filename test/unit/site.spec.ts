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
		['siteName', /^Enter the part of the console's address after/],
		['apiKey', /^Paste the key as Miradore showed it/],
		['baseUrl', /^Enter https:\/\/ and the host alone/],
	])('says what %s is to be', (field, description) => {
		const read = () => readSite({ ...credential, [field]: 'a b' });
		expect(read).toThrow(
			expect.objectContaining({
				description: expect.stringMatching(description) as string,
			}) as Error,
		);
	});

	it.each([
		'https://online.miradore.com/acme',
		'http://ONLINE.miradore.com/acme/',
		'online.miradore.com/acme/Device/12?tab=3#section/4',
		' https://online.miradore.com/acme?page=2 ',
	])('takes the site out of the address %p', (siteName) => {
		expect(readSite({ ...credential, siteName }).name).toBe('acme');
	});

	it.each([
		['https://online.miradore.com:443/acme/Device/12', {}],
		['online.miradore.com:443/acme', {}],
		['https://online.miradore.com/acme/api/v2/Device', {}],
		['https://online.miradore.com/acme/API/Device?auth=1', {}],
		['https://online.miradore.com//acme', {}],
		['127.0.0.1:5678/acme/', { baseUrl: 'http://127.0.0.1:5678' }],
		['localhost/acme', { baseUrl: 'http://localhost:80' }],
	])('takes the site out of %p with %j, too', (siteName, changes) => {
		expect(readSite({ ...credential, ...changes, siteName }).name).toBe('acme');
	});

	it.each([
		'online.miradore.com',
		'ONLINE.miradore.com/',
		'https://online.miradore.com',
		'https://online.miradore.com:443/?page=acme',
		'https://online.miradore.com/api/v2/Device/12',
		'online.miradore.com/API/Device',
		'https://online.miradore.com/swagger/index.html',
	])('refuses %p, which has no site in it', (siteName) => {
		expect(() => readSite({ ...credential, siteName })).toThrow(
			expect.objectContaining({
				message: "'Site Name' in the Miradore credential is an address without a site",
				description: expect.stringMatching(/^Enter the part of the console's address/) as string,
			}) as Error,
		);
	});

	it.each(['api', 'API', 'swagger'])(
		'refuses %p, which the addresses of all sites have',
		(siteName) => {
			expect(() => readSite({ ...credential, siteName })).toThrow(
				"'Site Name' in the Miradore credential can't be used",
			);
		},
	);

	it.each([
		'https://elsewhere.example/acme',
		'mdm.gotoresolve.com/acme',
		'mdm.gotoresolve.com',
		'a.b/acme',
		'https://elsewhere.example',
		'https://online.miradore.com:8443/acme',
		'http://online.miradore.com:443/acme',
		'https://online.miradore.com@elsewhere.example/acme',
		'https://acme@online.miradore.com/acme',
		'https://online.miradore.com.elsewhere.example/acme',
	])('refuses %p, which is on another host', (siteName) => {
		expect(() => readSite({ ...credential, siteName })).toThrow(
			"'Site Name' in the Miradore credential is an address of another host",
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

	it('has the site in the address of API v1, and of API v2 where it is to be in the path', () => {
		expect(readSite({ ...credential, siteNameIn: 'path' }).paths.v2).toBe('/acme/api/v2');
		expect(readSite(credential).paths).toEqual({ v1: '/acme/API', v2: '/api/v2' });
	});
});
