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

const howToEnter =
	"Enter the part of the console's address after online.miradore.com/, for example acme, or paste the whole address of a page of the console";

/**
 * Checks a decrypted `miradoreApi` credential.
 *
 * @throws UserError that names the field's label when a value can't be used.
 */
export function readSite(credential: ICredentialDataDecryptedObject): Site {
	const origin = readOrigin(onlyText(credential.baseUrl) || defaultBaseUrl);
	const siteName = readSiteName(onlyText(credential.siteName), origin);
	// Which characters Miradore allows is unknown; these would change the path or break the header.
	const isSafe = /^[\x21-\x7e]+$/.test(siteName) && !/[/\\?#%]|^\.+$/.test(siteName);
	if (!isSafe || neverSites.includes(siteName.toLowerCase())) {
		throw new UserError("'Site Name' in the Miradore credential can't be used", {
			description: howToEnter,
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

/** Tells sites apart, as text. */
export function describeSite({ origin, paths }: Site): string {
	return `${origin}${paths.v1}`;
}

/** The whole address of a request, without the key. */
export function addressOf({ origin, paths }: Site, { api, path, query }: ApiRequest): string {
	return `${origin}${paths[api]}${path}${toQueryString(query)}`;
}

/** Nothing else is taken for it: a credential has no numbers, switches or dates. */
function onlyText(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** What was pasted from a browser: with a scheme or a path, or the host of the service alone. */
const address = /^(?:(https?):\/\/)?([^/?#]+)(?:\/([^?#]*))?/i;

/** The service's two hosts (miradore-api.md 1.1). */
const knownHosts = ['online.miradore.com', 'mdm.gotoresolve.com'];

/** Parts of addresses that are the same for all sites (miradore-api.md 1.1 and 1.2). */
const neverSites = ['api', 'swagger'];

/** The site in what was entered: its name alone, or the address of any page of the console. */
function readSiteName(text: string, origin: string): string {
	const base = new URL(origin);
	const [, scheme, host = '', rest] = address.exec(text) ?? [];
	const whole = `${scheme ?? base.protocol.slice(0, -1)}://${host}`;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	const isKnown = [...knownHosts, base.host].includes(url?.host ?? '');
	const isAddress = isKnown || scheme !== undefined || (rest !== undefined && host.includes('.'));
	if (!isAddress) return text;
	if (url?.host !== base.host || url.username || url.password) {
		throw new UserError("'Site Name' in the Miradore credential is an address of another host", {
			description: `It is on ${shorten(host)}, and 'Base URL' is ${origin}. Correct one of them, or enter the name of the site alone.`,
		});
	}
	const name = rest?.split('/').find(Boolean);
	if (name !== undefined && !neverSites.includes(name.toLowerCase())) return name;
	throw new UserError("'Site Name' in the Miradore credential is an address without a site", {
		description: howToEnter,
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
