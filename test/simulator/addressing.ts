import type { IncomingHttpHeaders } from 'node:http';
import {
	notFound,
	type Reply,
	siteInWrongCase,
	siteNotNamed,
	siteUnknown,
	unauthorized,
} from './reply';

/** Where a request names its site: `X-Instance-Name`, or `/<site>/api/v2/…`. */
export type SiteNamedIn = 'header' | 'path';

/** The two HTTP APIs of the service. */
export type ApiVersion = 'v1' | 'v2';

/** A request URL taken apart. */
export interface Address {
	/**
	 * Of API v2, what follows `/api/v2`: `/Device/3/Lock`. Of API v1, what follows the site, without a
	 * slash at the end: `/API/Device`. Of neither, the whole path.
	 */
	path: string;
	/** Without the question mark; empty if there is none. */
	queryString: string;
	/** Undefined if the URL is of no API. */
	api?: ApiVersion;
	siteName?: string;
	siteNamedIn?: SiteNamedIn;
}

/**
 * Takes a request URL apart. What the service does with a site in both places is not known; here the
 * path counts.
 */
export function readAddress(url: string, headers: IncomingHttpHeaders): Address {
	const [fullPath, queryString = ''] = url.split(/\?(.*)/s);
	const parts = /^(?:\/(?<siteInPath>[^/]+))?\/api\/v2(?<path>\/.*)$/.exec(fullPath)?.groups;
	if (!parts) return readV1Address(fullPath, queryString);

	const siteInHeader = headers['x-instance-name']?.toString();
	const siteName = parts.siteInPath ?? siteInHeader;
	const siteNamedIn = parts.siteInPath ? 'path' : siteInHeader ? 'header' : undefined;
	return { path: parts.path, queryString, api: 'v2', siteName, siteNamedIn };
}

/** Where API v1 would take its site from, other than the path, is not known. */
function readV1Address(fullPath: string, queryString: string): Address {
	const parts = /^(?:\/(?<site>[^/]+))?(?<path>\/API\/.*?)\/?$/.exec(fullPath)?.groups;
	if (!parts) return { path: fullPath, queryString };
	const siteNamedIn = parts.site ? 'path' : undefined;
	return { path: parts.path, queryString, api: 'v1', siteName: parts.site, siteNamedIn };
}

/**
 * The answer to a request of API v2 that may not enter the site; undefined if it may. A wrong key is expected to
 * answer 401, but neither that nor its body was observed; it gets the 401 text known from
 * `/Device/SuspendedDevices`. That sites are checked before keys, and keys before routes, is an
 * assumption too.
 */
export function refuseEntry(
	address: Address,
	headers: IncomingHttpHeaders,
	site: { siteName: string; apiKey: string },
): Reply | undefined {
	if (address.api !== 'v2') return notFound;
	if (!address.siteName) return siteNotNamed;
	if (address.siteName !== site.siteName) {
		const differsInCase = address.siteName.toLowerCase() === site.siteName.toLowerCase();
		return differsInCase ? siteInWrongCase : siteUnknown;
	}
	return headers['x-api-key'] === site.apiKey ? undefined : unauthorized;
}
