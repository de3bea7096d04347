import { NodeApiError } from 'n8n-workflow';
import type { Answer } from './answer';
import { ApiFailure } from './failure';
import { readErrorDescription } from './items';

/** Message and description for each status that says something of its own (miradore-api.md 1.2). */
const explanations: Record<number, [message: string, description: string]> = {
	400: ['Miradore did not accept the request', 'Check the values of the fields.'],
	401: [
		'Miradore refused the API key',
		"Check 'API Key' in the credential: the key may be mistyped, deleted, or belong to another site.",
	],
	403: [
		'Miradore refused access to the site',
		"Check 'Site Name' in the credential: upper and lower case matter. Copy it from the console's address.",
	],
	404: [
		'Miradore did not find it',
		"Check the ID in the console: it may not exist on this site. Miradore also answers so for devices that were retired or deleted, and for a wrong 'Base URL' in the credential.",
	],
	408: ['Miradore waited too long for the request', 'Try again later.'],
	425: ['Miradore was asked too early', 'Try again later.'],
	429: [
		'Miradore received too many requests',
		'Send fewer at a time, or wait before the next run.',
	],
	500: [
		'Miradore knows no site of this name, or could not answer',
		"Check 'Site Name' in the credential: for a name that does not exist, Miradore answers so. If the name is right, try again later.",
	],
	502: ['Miradore could not be reached behind its gateway', 'Try again later.'],
	503: ['Miradore is not available at the moment', 'Try again later.'],
	504: ['Miradore took too long behind its gateway', 'Try again later.'],
};

/**
 * Tells what an answer that isn't a success means; undefined for a success.
 */
export function explainAnswer(answer: Answer): ApiFailure | undefined {
	const { status, body, retryAfterMs } = answer;
	if (status >= 300 && status < 400) {
		return new ApiFailure(
			`Miradore's address redirects elsewhere (${status})`,
			"Redirects are not followed, because the API key would go along. Check 'Base URL' in the credential.",
			{ httpCode: status },
		);
	}
	if (status >= 200 && status < 300) return isWebPage(body) ? explainWebPage(status) : undefined;
	const [message, description] = explanations[status] ?? [
		'Miradore refused the request',
		'Try again later.',
	];
	return new ApiFailure(
		`${message} (${status})`,
		[description, quote(body)].filter(Boolean).join(' '),
		{
			httpCode: status,
			mayPass: [408, 425, 429, 502, 503, 504].includes(status),
			mayBeCarriedOut: leavesOpen(answer),
			retryAfterMs,
		},
	);
}

/** Whether Miradore, or what stands before it, may have given up after the request went through. */
function leavesOpen({ status, retryAfterMs }: Answer): boolean {
	if (status === 503) return retryAfterMs === undefined;
	return status === 408 || status === 425 || status > 500;
}

function explainWebPage(status: number): ApiFailure {
	return new ApiFailure(
		'A web page came instead of an answer of the API',
		"A proxy or sign-in page may be in between, or 'Base URL' in the credential is not Miradore's.",
		{ httpCode: status, mayBeCarriedOut: true },
	);
}

/**
 * Tells why no answer came. The error itself is dropped: it holds the request with the key.
 *
 * @param error what n8n's request helper threw
 * @param timeout the request's time limit in milliseconds
 * @param isLate whether that was over
 */
export function explainSilence(error: unknown, timeout: number, isLate: boolean): ApiFailure {
	const given = codeOf(error) ?? 'no reason given';
	const code = isLate && !neverSent.includes(given) ? 'ETIMEDOUT' : given;
	const reason =
		reasons[code.replace(/^HPE_.*/, 'HPE')]?.replace('{seconds}', String(timeout / 1000)) ?? code;
	return new ApiFailure(
		`Miradore did not answer: ${reason}`,
		"Check 'Base URL' in the credential and whether the machine that runs n8n can reach it.",
		{ mayPass: code !== 'ERR_CANCELED', mayBeCarriedOut: !neverSent.includes(code) },
	);
}

/** The connection's code for it. Errors of n8n 1.123 have lost their cause, but still its code. */
function codeOf(error: unknown): string | undefined {
	if (!(error instanceof NodeApiError)) return undefined;
	const { cause, httpCode } = error;
	return (cause && 'code' in cause ? String(cause.code) : httpCode) ?? undefined;
}

/** The connection did not come about. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

const reasons: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'the host name was not found',
	EAI_AGAIN: 'the host name was not found',
	ECONNRESET: 'the connection broke off',
	EPIPE: 'the connection broke off',
	ECONNABORTED: 'no whole answer came within {seconds} seconds',
	ETIMEDOUT: 'no whole answer came within {seconds} seconds',
	ERR_CANCELED: 'the execution was cancelled',
	HPE: 'what came is not HTTP',
	Z_DATA_ERROR: 'what came could not be unpacked',
};

function isWebPage(body: unknown): boolean {
	return typeof body === 'string' && /^<(!doctype html|html)/i.test(body);
}

const longestQuote = 300;

/** Error documents are small; of anything longer only the beginning is looked at. */
const longestRead = 10_000;

/** What the server said, safe to show as HTML. */
function quote(body: unknown): string {
	if (body === undefined || isWebPage(body)) return '';
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const beginning = text.slice(0, longestRead);
	const said = (text === beginning && readErrorDescription(body)) || beginning;
	const line = said.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	const short = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
	return short && `Miradore said: ${escapeHtml(short)}`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
