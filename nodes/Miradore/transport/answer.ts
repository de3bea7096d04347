import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { decodeBody } from './decode';

/** What Miradore answered. */
export interface Answer {
	status: number;
	/**
	 * Parsed JSON, text where it isn't JSON or is nested too deep to be passed on, undefined where it is
	 * empty (miradore-api.md 1.2).
	 */
	body: unknown;
	/** How many milliseconds Miradore asks to wait before the next request, where it says so. */
	retryAfterMs?: number;
}

/**
 * Reads the body by its content, for Miradore's content types and statuses don't tell its kind.
 *
 * @param secret what must not get any further, should the server repeat it; see {@link spellingsOf}
 */
export function readAnswer(
	{ statusCode, body, headers }: IN8nHttpFullResponse,
	secret: RegExp,
): Answer {
	// The encoding is the body's own affair, so n8n is asked for bytes; what is sought is text.
	const text = ArrayBuffer.isView(body)
		? decodeBody(body as Uint8Array, headers['content-type'])
		: body;
	return {
		status: statusCode,
		body: typeof text === 'string' ? parseBody(text.replace(secret, '***')) : text,
		retryAfterMs: parseRetryAfter(headers['retry-after']),
	};
}

/** The form in which HTTP dates are written (RFC 9110, section 5.6.7); of others it is a guess what they mean. */
const httpDate =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3). */
function parseRetryAfter(value: unknown): number | undefined {
	if (typeof value !== 'string') return undefined;
	if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
	const date = httpDate.test(value.trim()) ? Date.parse(value) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Parsed JSON; text where it isn't JSON or is nested too deep, undefined where it is empty. */
export function parseBody(body: string): unknown {
	const text = body.replace(/^\uFEFF/, '').trim();
	if (text === '') return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isNestedDeeper(value, deepest) ? text : value;
	} catch {
		return text;
	}
}

/** What is nested much deeper overflows the stack of whatever walks through it, such as n8n itself. */
const deepest = 100;

function isNestedDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
	return levels === 0 || parts.some((part) => isNestedDeeper(part, levels - 1));
}

const namedEntities: Record<string, string> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
};

/**
 * Matches a secret of visible ASCII characters however each of them is written: as it is,
 * percent-encoded (once or more), or escaped in JSON or XML (once or more: what a list in XML repeats
 * escaped is escaped again there). All repetitions are bounded, for in a long text of backslashes or
 * percent signs each of them would be a beginning.
 */
export function spellingsOf(secret: string): RegExp {
	const letters = [...secret].map((character) => {
		if (/[a-z\d]/i.test(character)) return character;
		const code = character.charCodeAt(0);
		const hex = code.toString(16).padStart(2, '0');
		const name = namedEntities[character];
		const inXml = [`#0{0,8}${code}`, `#x0{0,8}${hex}`, ...(name ? [name] : [])].join('|');
		const entities = `&(?:(?:amp|#38|#x26);){0,8}(?:${inXml});`;
		return `(?:\\\\{0,16}(?:\\x${hex}|${entities})|%(?:25){0,8}${hex}|\\\\{1,16}u00${hex})`;
	});
	return new RegExp(letters.join(''), 'gi');
}
