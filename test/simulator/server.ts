import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Reply } from './reply';
import type { Site } from './site';

/** A listening server. */
export interface RunningServer {
	/** `http://127.0.0.1:<port>` */
	baseUrl: string;
	/** Closes all connections, also those with a request in work. */
	stop(): Promise<void>;
}

/** Serves a site on 127.0.0.1. Port 0 takes a free port. */
export async function serve(site: Site, port: number): Promise<RunningServer> {
	const server = createServer((request, response) => {
		respond(site, request, response).catch((error: Error) => {
			// No answer of the service looks like this, so a mistake in here cannot pass for one.
			write(response, { status: 500, body: `The simulator failed: ${error.stack}` });
		});
	});
	// On a busy machine, a connection may be closed just as the client uses it again.
	server.keepAliveTimeout = 3_600_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: listening } = server.address() as AddressInfo;
	return { baseUrl: `http://127.0.0.1:${listening}`, stop: () => stop(server) };
}

async function respond(
	site: Site,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method = '', url = '', headers } = request;
	const body = await text(request);
	const reply = await site.answer({ method, url, headers, body });
	if (reply) write(response, reply);
	else request.socket.resetAndDestroy();
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
	const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
	const contentType = isJson ? { 'content-type': 'application/json; charset=utf-8' } : {};
	response.writeHead(status, { ...contentType, ...headers });
	response.end(isJson ? JSON.stringify(body) : body);
}

async function stop(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
