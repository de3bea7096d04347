import { UserError, type IHttpRequestMethods } from 'n8n-workflow';

/** A call of Miradore's API. */
export interface ApiRequest {
	/** Relative to what: `/api/v2`, or `/<site>/API` for v1 (miradore-api.md 1.3 and 5.1). */
	api: 'v1' | 'v2';
	method: IHttpRequestMethods;
	/** Made with {@link path}, so that no value in it can change where it leads. */
	path: string;
	query?: Record<string, string>;
	/** Sent as JSON. */
	body?: object;
}

/**
 * Template tag for {@link ApiRequest.path}: encodes each value as one segment.
 *
 * @throws UserError for a value that would make no segment of its own: empty, `.` or `..`, or half a character.
 */
export function path(texts: TemplateStringsArray, ...values: Array<string | number>): string {
	return String.raw({ raw: texts }, ...values.map(encodeSegment));
}

/** A query string with its question mark, each value encoded on its own; empty without values. */
export function toQueryString(query: Record<string, string> = {}): string {
	const pairs = Object.entries(query).map((pair) => pair.map(encode).join('='));
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Half a character, which has no encoding, becomes the sign for what can't be read. */
function encode(text: string): string {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}

function encodeSegment(value: string | number): string {
	const text = String(value);
	if (/^\.{0,2}$|\p{Cs}/u.test(text)) {
		throw new UserError(`"${text}" can't be used in a Miradore address`, {
			description: 'The address would lead to something else. Enter another text.',
		});
	}
	return encodeURIComponent(text);
}

/**
 * Sends a request and gives the body of the answer.
 *
 * @param failed shared by requests that are only wanted together: the first that fails aborts it, and
 * the others are neither sent nor repeated then
 * @throws ApiFailure when the request fails, or wasn't sent
 */
export interface SendOne {
	(request: ApiRequest, failed?: AbortController): Promise<unknown>;
	/** Tells sites apart, where it is known which one it is. */
	site?: string;
}
