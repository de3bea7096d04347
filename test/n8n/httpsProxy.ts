import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { generate } from 'selfsigned';

/** The way to a site by HTTPS through a proxy, as companies have it. */
export interface HttpsProxy {
	/** What n8n gets as `HTTPS_PROXY`. */
	url: string;
	/** The certificate by which the site is known, as PEM; no authority that Node.js knows has signed it. */
	certificate: string;
	/** All that the proxy got of what is for the site: heads of requests and what went through. */
	seen: () => string;
	stop: () => Promise<void>;
}

/**
 * Starts a proxy that lets through to one host alone, and in front of a site what ends TLS for that host.
 *
 * @param host by which the site is asked for
 * @param site where the site listens on loopback, by HTTP
 */
export async function startHttpsProxy(host: string, site: URL): Promise<HttpsProxy> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
		],
	});
	const sockets = new Set<Socket>();
	const join = (one: Socket, other: Socket) => {
		for (const socket of [one, other]) {
			sockets.add(socket);
			socket.on('error', () => [one, other].forEach((end) => end.destroy()));
			socket.on('close', () => sockets.delete(socket));
		}
		one.pipe(other).pipe(one);
	};
	const front = createTlsServer({ key, cert }, (socket) =>
		join(socket, connect(Number(site.port), '127.0.0.1')),
	);
	const seen: Buffer[] = [];
	const proxy = createServer((_, response) => response.writeHead(403).end());
	proxy.on('connect', ({ url, rawHeaders }, socket: Socket) => {
		if (url !== `${host}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		seen.push(Buffer.from(`CONNECT ${url} ${rawHeaders.join(' ')}\n`));
		socket.on('data', (part: Buffer) => seen.push(part));
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		join(socket, connect((front.address() as AddressInfo).port, '127.0.0.1'));
	});
	for (const server of [front, proxy]) await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		certificate: cert,
		seen: () => Buffer.concat(seen).toString('latin1'),
		stop: async () => {
			const ended = [front, proxy].map((server) => once(server, 'close'));
			for (const server of [front, proxy]) server.close();
			for (const socket of sockets) socket.destroy();
			await Promise.all(ended);
		},
	};
}
