import fc from 'fast-check';
import { execute, type Run } from '../core/execute';
import { credentialOf } from '../core/site';
import { strangerHost, useAgreeableSite } from './agreeableSite';
import { internal } from './flaws';
import { hostileValue } from './hostile';

const { simulation, stranger, locate } = useAgreeableSite();
const hostile = hostileValue(strangerHost);

/** What the credential makes of a value. */
const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

describe('a credential with hostile values', () => {
	const field = fc.constantFrom('siteName', 'apiKey', 'siteNameIn', 'baseUrl');
	const near = fc.constantFrom(
		...['/acme', '/../', '?', '#', `@${strangerHost}`, `#@${strangerHost}`, `\\@${strangerHost}`],
		...[
			`/\\${strangerHost}`,
			`.${strangerHost}`,
			`:80@${strangerHost}/`,
			'//',
			`\r\nHost: ${strangerHost}`,
		],
	);
	const calls = fc.constantFrom<Run['parameters']>(
		{ operation: 'lock', deviceId: '1' },
		{ operation: 'addTag', deviceId: '1', tag: 'Field' },
		{ operation: 'get', deviceId: '1' },
	);

	it('is refused, or used for the one site it names', async () => {
		await fc.assert(
			fc.asyncProperty(
				calls,
				field,
				hostile,
				fc.option(near),
				async (parameters, name, raw, ending) => {
					const { site } = simulation;
					site.clearRequests();
					const value =
						ending === null || name === 'apiKey'
							? raw
							: `${name === 'baseUrl' ? site.baseUrl : 'acme'}${ending}`;
					const entered = locate(value);
					// The stranger's own address as base URL is an order to go there.
					if (
						typeof entered === 'string' &&
						entered.trim().replace(/\/+$/, '') === stranger.site.baseUrl
					)
						return;
					const { error, saved } = await execute({
						parameters,
						credential: credentialOf(site, { [name]: entered as string }),
					});
					if (error) {
						expect(error.name).toMatch(/^Node(Operation|Api)Error$/);
						expect(error.message).toMatch(/\[item 0\]/);
						expect(error.message).not.toMatch(internal);
					}
					expect(saved).not.toContain(site.apiKey);
					const isRefused = error?.message.includes("in the Miradore credential can't be used");
					expect(site.requests.length === 0 || !isRefused).toBe(true);
					const siteName = name === 'siteName' ? textOf(entered) : site.siteName;
					const key = name === 'apiKey' ? textOf(entered) : site.apiKey;
					for (const { url, headers, method } of site.requests) {
						const [path] = url.split('?');
						const inPath = decodeURIComponent(path.split('/')[1]);
						if (path.startsWith('/api/v2/')) expect(headers['x-instance-name']).toBe(siteName);
						else expect(inPath).toBe(siteName);
						expect(`${method} ${path.replace(/^\/[^/]+\/(?=API\/|api\/v2\/)/, '/')}`).toMatch(
							/^(POST \/(api\/v2|v2)\/Device\/1\/Lock|PUT \/API\/Device\/1\/Tag\/Field|GET \/API\/Device)$/,
						);
						if (!url.includes('auth=')) expect(headers['x-api-key']).toBe(key);
						else expect(new URLSearchParams(url.split('?')[1]).get('auth')).toBe(key);
					}
				},
			),
			{ numRuns: 600, endOnFailure: true },
		);
	}, 120_000);
});
