import { NodeApiError } from 'n8n-workflow';
import { ApiFailure } from './apiFailure';

/** What it means that no answer came. */
interface Reason {
	/** Matches Node's code, behind the system call where one failed, such as `connect ETIMEDOUT`. */
	code: RegExp;
	/** Ends the sentence "Miradore did not answer: …"; the code itself where left out. */
	words?: string;
	/** How to get unstuck; {@link checkAddress} where left out. */
	advice?: string;
	/** Whether certainly nothing was sent, because no connection came about. */
	isUnsent?: true;
	/** Whether the same request may get an answer later. */
	mayPass?: true;
}

const checkAddress =
	"Check 'Base URL' in the credential and whether the machine that runs n8n can reach it.";

const trustAuthority =
	"Where your network inspects TLS, let n8n trust it: put the certificate of its authority into a file, set the variable NODE_EXTRA_CA_CERTS of the machine that runs n8n to the file's path, and start n8n again. Otherwise check 'Base URL' in the credential.";

const allowAddress =
	"n8n forbids it, for N8N_SSRF_PROTECTION_ENABLED is on. Check 'Base URL' in the credential. If it is right, whoever runs n8n can allow it by N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.";

const isUnsent = true;
const mayPass = true;

/** The first that matches counts. An unknown code leaves open whether something was sent. */
const reasons: Reason[] = [
	{
		code: /ERR_CANCELED$/,
		words: 'the execution was stopped first',
		advice: '',
	},
	{
		code: /^SsrfBlocked/,
		words: 'n8n may not ask this address',
		advice: allowAddress,
		isUnsent,
	},
	{ code: /^(read|write) E(HOST|NET)UNREACH$/, words: 'the connection broke off', mayPass },
	{ code: /ECONNREFUSED$/, words: 'the connection was refused', isUnsent, mayPass },
	{ code: /(ENOTFOUND|EAI_AGAIN)$/, words: 'the host name was not found', isUnsent, mayPass },
	{ code: /E(HOST|NET)UNREACH$/, words: 'no way leads to the host', isUnsent, mayPass },
	{ code: /^connect ETIMEDOUT$/, words: 'the host did not take the connection', isUnsent, mayPass },
	{ code: /^(connect|getaddrinfo) /, isUnsent, mayPass },
	{
		code: /CERT_HAS_EXPIRED$/,
		words: 'its certificate has expired',
		advice: `Check the clock of the machine that runs n8n. ${trustAuthority}`,
		isUnsent,
	},
	{
		code: /CERT_NOT_YET_VALID$/,
		words: 'its certificate is not valid yet',
		advice: 'Check the clock of the machine that runs n8n.',
		isUnsent,
	},
	{
		code: /(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
		words: 'the certificate is of another host',
		advice: `${checkAddress} A proxy or sign-in page may be in between.`,
		isUnsent,
	},
	{
		code: /\b(CERT|CRL|DEPTH_ZERO|ERR_TLS_CERT|SELF_SIGNED|UNABLE_TO)_|\b(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
		words: 'its certificate is not trusted',
		advice: trustAuthority,
		isUnsent,
	},
	{ code: /ERR_TLS_HANDSHAKE/, words: 'no secure connection came about', isUnsent, mayPass },
	// These also come on a connection over which a request has gone.
	{
		code: /ERR_SSL_.*(MAC|DECRYPT|EOF|CLOSE_NOTIFY|INTERNAL_ERROR)/,
		words: 'the connection broke off',
		mayPass,
	},
	{ code: /(EPROTO|ERR_SSL_\w+)$/, words: 'no secure connection came about', isUnsent },
	{ code: /(ECONNRESET|EPIPE)$/, words: 'the connection broke off', mayPass },
	{
		code: /(ECONNABORTED|ETIMEDOUT)$/,
		words: 'no whole answer came within {seconds} seconds',
		mayPass,
	},
	{ code: /\bHPE_/, words: 'what came is not HTTP', mayPass },
	{ code: /Z_DATA_ERROR$/, words: 'what came could not be unpacked', mayPass },
	{ code: /^/, mayPass },
];

/**
 * Tells why no answer came. The error itself is dropped: it holds the request with the key.
 *
 * @param error what n8n's request helper threw
 * @param timeout the request's time limit in milliseconds
 * @param isLate whether that was over
 */
export function explainSilence(error: unknown, timeout: number, isLate: boolean): ApiFailure {
	const given = codeOf(error);
	const code = isLate && !reasonOf(given).isUnsent ? 'ETIMEDOUT' : given;
	const reason = reasonOf(code);
	const { words = code, advice = checkAddress } = reason;
	return new ApiFailure(
		`Miradore did not answer: ${words.replace('{seconds}', String(timeout / 1000))}`,
		reason.isUnsent ? `Nothing was sent. ${advice}` : advice,
		{ mayPass: reason.mayPass, mayBeCarriedOut: !reason.isUnsent },
	);
}

function reasonOf(code: string): Reason {
	return reasons.find((reason) => reason.code.test(code)) as Reason;
}

type Cause = Partial<NodeJS.ErrnoException & { cause: unknown; errors: Cause[] }>;

/** The connection's code. Errors of n8n 1.123 have lost their cause, but not the cause's code. */
function codeOf(error: unknown): string {
	const forbidden = causesOf(error).find(({ name }) => name.startsWith('SsrfBlocked'));
	if (forbidden) return forbidden.name;
	if (!(error instanceof NodeApiError)) return 'no reason given';
	const cause: Cause = error.cause ?? {};
	const { code = error.httpCode, message = '', syscall = syscallOfAll(cause) } = cause;
	// Node has no code of its own for it.
	if (message.includes('before secure TLS connection')) return 'ERR_TLS_HANDSHAKE';
	return [syscall, code ?? 'no reason given'].filter(Boolean).join(' ');
}

/**
 * Where a host has several addresses and none took the connection, Node names the system call for each
 * of them alone; axios puts another error around these.
 */
function syscallOfAll(cause: Cause): string | undefined {
	const { errors = [] } = (cause.errors ? cause : (cause.cause ?? {})) as Cause;
	const [first, ...others] = errors.map(({ syscall }) => syscall);
	return others.every((syscall) => syscall === first) ? first : undefined;
}

/** The error, what caused it, and so on. n8n's own errors say by their names what they are. */
function causesOf(error: unknown): Error[] {
	return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
