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

/** A request URL taken apart. */
export interface Address {
	/** The path after `/api/v2`, such as `/Device/3/Lock`; the whole path if the URL is not of API v2. */
	path: string;
	/** Without the question mark; empty if there is none. */
	queryString: string;
	isApi: boolean;
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
	if (!parts) return { path: fullPath, queryString, isApi: false };

	const siteInHeader = headers['x-instance-name']?.toString();
	const siteName = parts.siteInPath ?? siteInHeader;
	const siteNamedIn = parts.siteInPath ? 'path' : siteInHeader ? 'header' : undefined;
	return { path: parts.path, queryString, isApi: true, siteName, siteNamedIn };
}

/**
 * The answer to a request that may not enter the site; undefined if it may. A wrong key is expected to
 * answer 401, but neither that nor its body was observed; it gets the 401 text known from
 * `/Device/SuspendedDevices`. That sites are checked before keys, and keys before routes, is an
 * assumption too.
 */
export function refuseEntry(
	address: Address,
	headers: IncomingHttpHeaders,
	site: { siteName: string; apiKey: string },
): Reply | undefined {
	if (!address.isApi) return notFound;
	if (!address.siteName) return siteNotNamed;
	if (address.siteName !== site.siteName) {
		const differsInCase = address.siteName.toLowerCase() === site.siteName.toLowerCase();
		return differsInCase ? siteInWrongCase : siteUnknown;
	}
	return headers['x-api-key'] === site.apiKey ? undefined : unauthorized;
}
