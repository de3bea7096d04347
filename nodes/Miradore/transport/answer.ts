import type { IN8nHttpFullResponse } from 'n8n-workflow';

/** What Miradore answered. */
export interface Answer {
	status: number;
	/** Parsed JSON, text where it isn't JSON, undefined where it is empty (contract section 1.2). */
	body: unknown;
	/** How many milliseconds Miradore asks to wait before the next request, where it says so. */
	retryAfterMs?: number;
}

/**
 * Reads the body by its content, for Miradore's content types and statuses don't tell its kind.
 *
 * @param secrets what must not get any further, should the server repeat it; see {@link spellings}
 */
export function readAnswer(
	{ statusCode, body, headers }: IN8nHttpFullResponse,
	secrets: string[],
): Answer {
	return {
		status: statusCode,
		body: typeof body === 'string' ? parseBody(mask(body, secrets)) : body,
		retryAfterMs: parseRetryAfter(headers['retry-after']),
	};
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). */
function parseRetryAfter(value: unknown): number | undefined {
	if (typeof value !== 'string') return undefined;
	if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function parseBody(body: string): unknown {
	const text = body.replace(/^\uFEFF/, '').trim();
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function mask(text: string, secrets: string[]): string {
	return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

/** How a secret may be written: as it is, percent-encoded, form-encoded and in JSON. */
export function spellings(secret: string): string[] {
	const encoded = encodeURIComponent(secret);
	const formEncoded = new URLSearchParams({ secret }).toString().slice('secret='.length);
	return [secret, encoded, formEncoded, JSON.stringify(secret).slice(1, -1)];
}
