import { NodeApiError } from 'n8n-workflow';
import { ApiFailure } from './failure';

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
