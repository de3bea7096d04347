import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer, type Server as PlainServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import type { IDataObject, INode } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '1' };

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'certificates-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const openssl = (...parameters: string[]) =>
	execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });

/** Makes `<name>.pem` and `<name>.key`, signed by itself or by another such pair. */
function certify(name: string, issuer?: string): void {
	const subject = [
		'-subj',
		`/CN=${name}`,
		'-keyout',
		`${name}.key`,
		'-nodes',
		'-newkey',
		'rsa:2048',
	];
	if (!issuer) {
		openssl('req', '-x509', ...subject, '-days', '2', '-out', `${name}.pem`);
		return;
	}
	openssl('req', ...subject, '-out', `${name}.csr`);
	const by = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
	openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-days', '2', '-out', `${name}.pem`);
}

/** Servers in the place of Miradore, and how often somebody connected. */
async function meet(server: Server | PlainServer, run: (port: number) => Promise<void>) {
	let connections = 0;
	server.on('connection', () => (connections += 1));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		await run((server.address() as AddressInfo).port);
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
	return connections;
}

const secure = (...names: string[]) =>
	createTlsServer({
		cert: names.map((name) => readFileSync(file(`${name}.pem`), 'utf8')).join('\n'),
		key: readFileSync(file(`${names[0]}.key`)),
	}).on('tlsClientError', () => undefined);

const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** Locks a device twice by n8n's 'Retry On Fail', at an address where no Miradore is. */
const lockAt = (baseUrl: string, options: IDataObject = { maxRetries: 0 }) =>
	execute({
		parameters: { operation: 'lock', deviceId, options },
		credential: { ...simulation.credential, baseUrl },
		settings: retryOnFail,
	});

async function expectUnsent(server: Server | PlainServer, message: string, advice: RegExp) {
	const connections = await meet(server, async (port) => {
		const { error } = await lockAt(`https://127.0.0.1:${port}`);
		expect(error?.message).toBe(`Device 1: Miradore did not answer: ${message} [item 0]`);
		expect(error?.description).toMatch(/^Nothing was sent\. /);
		expect(error?.description).toMatch(advice);
		expect(error?.description).not.toMatch(/reject|ignore|insecure|switch off/i);
	});
	// Nothing was sent, so the second try asks again.
	expect(connections).toBe(2);
}

describe('A command that got no connection', () => {
	it.each([
		['signed by itself', ['alone'], undefined],
		['whose authority came along', ['leaf', 'authority'], 'authority'],
		['whose authority is not known', ['leaf2'], 'authority2'],
	])('because of a certificate %s was not sent', async (_, names, issuer) => {
		if (issuer) certify(issuer);
		certify(names[0], issuer);
		await expectUnsent(secure(...names), 'its certificate is not trusted', /NODE_EXTRA_CA_CERTS/);
	});

	it('because the other side does not speak TLS was not sent', async () => {
		await expectUnsent(createPlainServer(), 'no secure connection came about', /'Base URL'/);
	});

	it('because the other side ended the handshake was not sent', async () => {
		const server = createServer((socket) => void socket.once('data', () => socket.end()));
		await expectUnsent(server, 'no secure connection came about', /'Base URL'/);
	});
});
