import type { Answer } from './answer';
import { ApiFailure } from './apiFailure';
import { isErrorDocument, isWebPage } from './markup';
import { quote } from './quote';
import { judgeCommand, judgeRead, type Verdict } from './verdict';

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
 *
 * @param isRead whether nothing was to be changed: then more of what a body says may be data
 * @param sent the body of the request
 */
export function explainAnswer(
	answer: Answer,
	isRead = false,
	sent?: object,
): ApiFailure | undefined {
	const { status, body, retryAfterMs } = answer;
	if (status >= 300 && status < 400) {
		return new ApiFailure(
			`Miradore's address redirects elsewhere (${status})`,
			"Redirects are not followed, because the API key would go along. Check 'Base URL' in the credential.",
			// A form that was taken may send a browser on to another page.
			{ httpCode: status, mayBeCarriedOut: status === 302 || status === 303 },
		);
	}
	if (status >= 200 && status < 300) return explainBody(answer, isRead, sent);
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

/**
 * Whether Miradore, or what stands before it, may have given up after the request went through. 500 is
 * what it answers for an unknown site, but also where it fails in the middle (miradore-api.md 1.2).
 */
function leavesOpen({ status, retryAfterMs }: Answer): boolean {
	if (status === 503) return retryAfterMs === undefined;
	return status === 408 || status === 425 || status >= 500;
}

/** What it means that a body says no although the status is a success. */
const contradictions: Record<Verdict | 'read', string> = {
	no: 'Miradore answered that it did not carry this out',
	partly: 'Miradore answered that it did not carry out all of this',
	unclear: "Miradore's answer is neither a yes nor a no",
	read: 'Miradore answered that it could not do this',
};

function explainBody(
	{ status, body }: Answer,
	isRead: boolean,
	sent?: object,
): ApiFailure | undefined {
	if (isWebPage(body)) {
		return new ApiFailure(
			'A web page came instead of an answer of the API',
			"A proxy or sign-in page may be in between, or 'Base URL' in the credential is not Miradore's.",
			{ httpCode: status, mayBeCarriedOut: true },
		);
	}
	const judge = () => (isRead ? judgeRead(body) : judgeCommand(body, sent));
	const verdict = isErrorDocument(body) ? 'no' : judge();
	if (!verdict) return undefined;
	return new ApiFailure(
		`${contradictions[isRead ? 'read' : verdict]} (${status})`,
		['Check the values of the fields.', quote(body)].filter(Boolean).join(' '),
		{ httpCode: status, mayBeCarriedOut: verdict !== 'no' },
	);
}
