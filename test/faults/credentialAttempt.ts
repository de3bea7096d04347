import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { path, type ApiRequest } from '../../nodes/Miradore/transport/request';
import { strangerHost } from './agreeableSite';
import { hostileValue } from './hostile';

/** What the credential makes of a value. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Calls of each API, as the node's parameters, as a request, and as its method and path behind the site. */
const calls: Array<{ parameters: IDataObject; request: ApiRequest; sent: RegExp }> = [
	{
		parameters: { operation: 'lock', deviceId: '1' },
		request: { api: 'v2', method: 'POST', path: path`/Device/${1}/Lock` },
		sent: /^POST (\/[^/]+)?\/api\/v2\/Device\/1\/Lock$/,
	},
	{
		parameters: { operation: 'addTag', deviceId: '1', tag: 'Field' },
		request: { api: 'v1', method: 'PUT', path: path`/Device/${1}/Tag/${'Field'}` },
		sent: /^PUT \/[^/]+\/API\/Device\/1\/Tag\/Field$/,
	},
	{
		parameters: { operation: 'get', deviceId: '1' },
		request: { api: 'v1', method: 'GET', path: path`/Device`, query: { filters: 'ID eq 1' } },
		sent: /^GET \/[^/]+\/API\/Device$/,
	},
];

const near = fc.constantFrom(
	...['/acme', '/../', '?', '#', `@${strangerHost}`, `#@${strangerHost}`, `\\@${strangerHost}`],
	...[`/\\${strangerHost}`, `.${strangerHost}`, `:80@${strangerHost}/`, '//'],
	`\r\nHost: ${strangerHost}`,
);

/** A call, and a credential of which one value is hostile: foreign to it, or a good one with an ending. */
export const attempt = fc.record({
	call: fc.constantFrom(...calls),
	name: fc.constantFrom('siteName', 'apiKey', 'siteNameIn', 'baseUrl'),
	raw: hostileValue(strangerHost),
	ending: fc.option(near),
});
export type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

/** Holds what is to be sent, or was, against what was entered. */
export function expectOwn(
	{ call }: Attempt,
	credential: ICredentialDataDecryptedObject,
	{ url, headers }: { url: string; headers: Record<string, unknown> },
): void {
	const [siteName, key] = [textOf(credential.siteName), textOf(credential.apiKey)];
	const [address, query] = url.split('?');
	expect(`${call.request.method} ${address}`).toMatch(call.sent);
	const inPath = call.request.api === 'v1' || headers['x-instance-name'] === undefined;
	if (inPath) expect(decodeURIComponent(address.split('/')[1])).toBe(siteName);
	else expect(headers['x-instance-name']).toBe(siteName);
	expect(inPath).toBe(call.request.api === 'v1' || credential.siteNameIn === 'path');
	const isV1 = call.request.api === 'v1';
	expect(headers['x-api-key']).toBe(isV1 ? undefined : key);
	expect(new URLSearchParams(query).getAll('auth')).toEqual(isV1 ? [key] : []);
}
