import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { explainSilence } from '../../nodes/Miradore/transport/silence';

describe('no answer', () => {
	const node = { name: 'Miradore', type: 'miradore' } as INode;
	const silence = (given: string, isLate = false) => {
		const [code, syscall] = given.split(' ').reverse();
		const cause = Object.assign(new Error('with the key'), { code, syscall });
		return explainSilence(new NodeApiError(node, cause as unknown as JsonObject), 1500, isLate);
	};

	it.each([
		['ECONNREFUSED', 'the connection was refused', true, false],
		['connect ECONNREFUSED', 'the connection was refused', true, false],
		['ENOTFOUND', 'the host name was not found', true, false],
		['getaddrinfo EAI_AGAIN', 'the host name was not found', true, false],
		['EHOSTUNREACH', 'no way leads to the host', true, false],
		['connect ENETUNREACH', 'no way leads to the host', true, false],
		['read EHOSTUNREACH', 'the connection broke off', true, true],
		['connect ETIMEDOUT', 'the host did not take the connection', true, false],
		['connect EACCES', 'connect EACCES', true, false],
		['CERT_HAS_EXPIRED', 'its certificate has expired', false, false],
		['CERT_NOT_YET_VALID', 'its certificate is not valid yet', false, false],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate is of another host', false, false],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not trusted', false, false],
		['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate is not trusted', false, false],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate is not trusted', false, false],
		['UNABLE_TO_GET_ISSUER_CERT', 'its certificate is not trusted', false, false],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its certificate is not trusted', false, false],
		['CERT_REVOKED', 'its certificate is not trusted', false, false],
		['INVALID_PURPOSE', 'its certificate is not trusted', false, false],
		['write EPROTO', 'no secure connection came about', false, false],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'no secure connection came about', false, false],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'no secure connection came about', false, false],
		['ERR_SSL_UNEXPECTED_EOF_WHILE_READING', 'the connection broke off', true, true],
		['ERR_TLS_HANDSHAKE_TIMEOUT', 'no secure connection came about', true, false],
		['read ECONNRESET', 'the connection broke off', true, true],
		['EPIPE', 'the connection broke off', true, true],
		['ECONNABORTED', 'no whole answer came within 1.5 seconds', true, true],
		['read ETIMEDOUT', 'no whole answer came within 1.5 seconds', true, true],
		['ERR_CANCELED', 'the execution was stopped first', false, true],
		['HPE_INVALID_CONSTANT', 'what came is not HTTP', true, true],
		['Z_DATA_ERROR', 'what came could not be unpacked', true, true],
		['EOTHER', 'EOTHER', true, true],
		['NO_HPE_CODE', 'NO_HPE_CODE', true, true],
	])('for %s', (code, reason, mayPass, mayBeCarriedOut) => {
		const failure = silence(code);
		expect(failure.message).toBe(`Miradore did not answer: ${reason}`);
		expect(failure.description.startsWith('Nothing was sent. ')).toBe(!mayBeCarriedOut);
		expect(failure).toMatchObject({ httpCode: undefined, mayPass, mayBeCarriedOut });
	});

	it('has advice that fits', () => {
		expect(silence('ECONNRESET').description).toMatch(/'Base URL'.*can reach it/);
		expect(silence('CERT_HAS_EXPIRED').description).toMatch(/clock.*NODE_EXTRA_CA_CERTS/);
		expect(silence('CERT_NOT_YET_VALID').description).toMatch(/clock/);
		expect(silence('UNABLE_TO_VERIFY_LEAF_SIGNATURE').description).toMatch(/NODE_EXTRA_CA_CERTS/);
		expect(silence('ERR_CANCELED').description).toBe('');
	});

	it('in time is told as such, whatever ended the waiting', () => {
		expect(silence('ERR_CANCELED', true).message).toMatch(/within 1.5 seconds$/);
		expect(silence('ERR_CANCELED', true).mayPass).toBe(true);
		expect(silence('ECONNREFUSED', true).message).toMatch(/the connection was refused$/);
	});

	// A host with several addresses: Node tries each, and has the first one's code for all.
	it.each([
		['connect ETIMEDOUT', 'connect ECONNREFUSED', 'the host did not take the connection', true],
		['connect ETIMEDOUT', 'connect ENETUNREACH', 'the host did not take the connection', true],
		['connect EACCES', 'connect ETIMEDOUT', 'connect EACCES', true],
		['read ETIMEDOUT', 'connect ECONNREFUSED', 'no whole answer came within 1.5 seconds', false],
		['connect ETIMEDOUT', 'write EPIPE', 'no whole answer came within 1.5 seconds', false],
	])('for %s and %s at two addresses', (one, other, reason, isUnsent) => {
		const errors = [one, other].map((given) => {
			const [syscall, code] = given.split(' ');
			return Object.assign(new Error('with the key'), { syscall, code });
		});
		const every = Object.assign(new AggregateError(errors), { code: errors[0].code });
		// As axios passes it on.
		const cause = Object.assign(new Error(''), { code: every.code, cause: every });
		for (const given of [every, cause]) {
			const error = new NodeApiError(node, given as unknown as JsonObject);
			const failure = explainSilence(error, 1500, false);
			expect(failure.message).toBe(`Miradore did not answer: ${reason}`);
			expect(failure.mayBeCarriedOut).toBe(!isUnsent);
		}
	});

	it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])(
		"by n8n's %s, wherever it is among the causes, means that nothing was sent",
		(name) => {
			const blocked = Object.assign(new Error('with the key'), { name });
			const inner = new Error('with the key', { cause: blocked });
			const outer = new NodeApiError(node, inner as unknown as JsonObject);
			for (const error of [blocked, inner, outer]) {
				const failure = explainSilence(error, 1000, false);
				expect(failure.message).toBe('Miradore did not answer: n8n may not ask this address');
				expect(failure.description).toMatch(/^Nothing was sent\. .*'Base URL'.*SSRF_ALLOWED/);
				expect(failure).toMatchObject({ mayPass: false, mayBeCarriedOut: false });
			}
		},
	);

	it('without a reason says so', () => {
		const failure = explainSilence(new Error('with the key'), 1000, false);
		expect(failure.message).toBe('Miradore did not answer: no reason given');
		expect(JSON.stringify(failure)).not.toContain('with the key');
	});

	it('has its code where the error has lost its cause, as in n8n 1.123', () => {
		const error = new NodeApiError(node, {}, { httpCode: 'ECONNREFUSED' });
		expect(explainSilence(error, 1000, false).message).toMatch(/the connection was refused$/);
	});
});
