import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { shorten } from '../values/entered';
import { toQueryString, type ApiRequest } from './request';

export const defaultBaseUrl = 'https://online.miradore.com';

/** Where the requests of one credential go and what authenticates them (miradore-api.md 1.1). */
export interface Site {
	/** As the console's address has it. */
	name: string;
	/** Scheme, host and port: the only origin that may receive the key. */
	origin: string;
	/** What comes before a request's path, by API. */
	paths: { v1: string; v2: string };
	apiKey: string;
	/** What authenticates a request of API v2. */
	headers: Record<string, string>;
}

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * Checks a decrypted `miradoreApi` credential.
 *
 * @throws UserError that names the field's label when a value can't be used.
 */
export function readSite(credential: ICredentialDataDecryptedObject): Site {
	const origin = readOrigin(onlyText(credential.baseUrl) || defaultBaseUrl);
	const siteName = readSiteName(onlyText(credential.siteName), origin);
	// Which characters Miradore allows is unknown; these would change the path or break the header.
	if (!/^[\x21-\x7e]+$/.test(siteName) || /[/\\?#%]/.test(siteName) || /^\.+$/.test(siteName)) {
		throw new UserError("'Site Name' in the Miradore credential can't be used", {
			description:
				"Enter the part of the console's address after online.miradore.com/, for example acme, or paste the whole address of a page of the console",
		});
	}
	const apiKey = onlyText(credential.apiKey);
	// Keys have some dozens of characters; what masks them in answers can't be made for any number.
	if (!/^[\x21-\x7e]{1,1000}$/.test(apiKey)) {
		throw new UserError("'API Key' in the Miradore credential can't be used", {
			description: 'Paste the key as Miradore showed it: without spaces, line breaks or quotes',
		});
	}
	const inPath = credential.siteNameIn === 'path';
	const sitePath = `/${encodeURIComponent(siteName)}`;
	return {
		name: siteName,
		origin,
		paths: { v1: `${sitePath}/API`, v2: `${inPath ? sitePath : ''}/api/v2` },
		apiKey,
		headers: { 'X-API-Key': apiKey, ...(inPath ? {} : { 'X-Instance-Name': siteName }) },
	};
}

/** The whole address of a request, without the key. */
export function addressOf({ origin, paths }: Site, { api, path, query }: ApiRequest): string {
	return `${origin}${paths[api]}${path}${toQueryString(query)}`;
}

/** Nothing else is taken for it: a credential has no numbers, switches or dates. */
function onlyText(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** A page of the console: its host, and the site as the first part of its path. */
const consolePage = /^(?:https?:\/\/)?([^/]+\.[^/]+)\/([^/?#]+)(?:[/?#].*)?$/i;

/** The site in what was entered: its name alone, or the address of any page of the console. */
function readSiteName(text: string, origin: string): string {
	const [, host, name] = consolePage.exec(text) ?? [];
	if (name === undefined) return text;
	if (host.toLowerCase() === new URL(origin).host) return name;
	throw new UserError("'Site Name' in the Miradore credential is an address of another host", {
		description: `It is on ${shorten(host)}, and 'Base URL' is ${origin}. Correct one of them, or enter the name of the site alone.`,
	});
}

function readOrigin(baseUrl: string): string {
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	const isSafe =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
	if (!url || !isSafe || url.href !== `${url.origin}/`) {
		throw new UserError("'Base URL' in the Miradore credential can't be used", {
			description: `Enter https:// and the host alone, for example ${defaultBaseUrl}; the site has its own field`,
		});
	}
	return url.origin;
}
