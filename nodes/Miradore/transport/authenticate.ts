import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { readSite } from './site';

/**
 * What n8n hands over: the options of `httpRequestWithAuthentication`, or those of the older helper
 * that its HTTP Request node still uses.
 */
type OutgoingRequest = IHttpRequestOptions & { uri?: string };

/**
 * Adds the key to a request for the site's own origin: for API v1 in the query, where it is the only
 * way (miradore-api.md 5.1), for anything else in a header, with the site name where a header names
 * the site (miradore-api.md 1.1). Redirects are switched off, for n8n would send the key along to
 * wherever they point.
 *
 * @throws UserError when the request is for another origin or the credential can't be used.
 */
export async function authenticate(
	credential: ICredentialDataDecryptedObject,
	{ baseURL, uri, ...request }: OutgoingRequest,
): Promise<IHttpRequestOptions> {
	const site = readSite(credential);
	const address = joinAddress(baseURL ?? site.origin, request.url || uri || '');
	const target = URL.canParse(address) ? new URL(address) : undefined;
	if (target?.origin !== site.origin) {
		throw new UserError(
			'The Miradore API key was not sent: the address is not the one in the credential',
			{ description: `This credential can only be used for requests to ${site.origin}` },
		);
	}
	const isV1 = /^\/[^/]+\/API\//.test(target.pathname);
	const key = `${target.search ? '&' : '?'}auth=${encodeURIComponent(site.apiKey)}`;
	target.hash = '';
	const noRedirects = {
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
	return {
		...request,
		// The address that was checked is the one that is requested, whatever reads it next.
		url: isV1 ? `${target.href}${key}` : target.href,
		headers: { ...request.headers, ...(isV1 ? {} : site.headers) },
		...noRedirects,
	};
}

/** Joins as axios does, so that the check sees what would be requested. */
function joinAddress(base: string, address: string): string {
	const isAbsolute = /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
	return isAbsolute ? address : `${base.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}`;
}
