import type { IncomingHttpHeaders } from 'node:http';
import type { ParsedUrlQuery } from 'node:querystring';
import type { ApiVersion, SiteNamedIn } from './addressing';

/** A request as it came over the wire. */
export interface ReceivedRequest {
	method: string;
	/** Path and query as sent, including any site and `/api/v2`; of API v1, also the key. */
	url: string;
	/** Names in lower case. */
	headers: IncomingHttpHeaders;
	/** Empty if none was sent. */
	body: string;
}

/** An entry of the request log. */
export interface LoggedRequest extends ReceivedRequest {
	/** The API the path belongs to, if any. */
	api?: ApiVersion;
	/** The path without the site: of API v2 such as `/Device/3/Lock`, of API v1 `/API/Device`. */
	path: string;
	/** Decoded. */
	query: ParsedUrlQuery;
	siteNamedIn?: SiteNamedIn;
	/** When the request had arrived: ISO 8601 in UTC, by the real clock. */
	at: string;
	/** The status answered; undefined until then, and for good if the connection was broken. */
	status?: number;
}
