import axios from 'axios';
import { spellingsOf } from '../../nodes/Miradore/transport/answer';
import { toQueryString } from '../../nodes/Miradore/transport/request';
import { parseXml, type XmlElement } from '../../nodes/Miradore/transport/xml';

/** Whom to ask. */
export interface Target {
	siteName: string;
	apiKey: string;
	/** Scheme, host and port. */
	baseUrl: string;
}

/** A request that changes nothing: it is always a GET. */
export interface Question {
	api: 'v1' | 'v2';
	/** Below `/api/v2` or `/<site>/API`. */
	path: string;
	query?: Record<string, string>;
	/** Where API v2 is told the site; in a header where left out. API v1 has it in the path. */
	siteIn?: 'header' | 'path' | 'nowhere';
	/** In place of the target's own. */
	siteName?: string;
	apiKey?: string;
}

/** What came back, without the key. */
export interface Answer {
	status: number;
	contentType: string;
	text: string;
	/** Undefined where the text isn't JSON. */
	json: unknown;
	/** The root element; undefined where the text isn't XML. */
	xml?: XmlElement;
}

/** Asks a question. @throws Error when no answer comes; its message tells why, without the key */
export type Ask = (question: Question) => Promise<Answer>;

const timeout = 60_000;

/** Makes the function through which everything leaves, by GET alone; redirects are not followed. */
export function createAsk(target: Target): Ask {
	const secret = spellingsOf(target.apiKey);
	return async (question) => {
		const { apiKey = target.apiKey, siteName = target.siteName, siteIn = 'header' } = question;
		const isV1 = question.api === 'v1';
		const sitePath = isV1 || siteIn === 'path' ? `/${encodeURIComponent(siteName)}` : '';
		const query = isV1 ? { auth: apiKey, ...question.query } : question.query;
		const { status, headers, data } = await axios
			.request<string>({
				method: 'GET',
				url: `${target.baseUrl}${sitePath}${isV1 ? '/API' : '/api/v2'}${question.path}${toQueryString(query)}`,
				headers: {
					Accept: isV1 ? 'application/xml' : 'application/json',
					...(!isV1 && { 'X-API-Key': apiKey }),
					...(!isV1 && siteIn === 'header' && { 'X-Instance-Name': siteName }),
				},
				responseType: 'text',
				transformResponse: (text: string) => text,
				validateStatus: () => true,
				maxRedirects: 0,
				timeout,
			})
			.catch((error: { code?: string }) => {
				// The error itself holds the address with the key.
				throw new Error(`No answer: ${error.code ?? 'no reason given'}`);
			});
		const text = data.replace(secret, '***');
		return {
			status,
			contentType: String(headers['content-type'] ?? 'none'),
			text,
			json: parseJson(text),
			xml: text.trimStart().startsWith('<') ? parseXml(text) : undefined,
		};
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
