import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeProcess, type Measured } from './nodeProcess';

export const apiKey = '{1_key}!$';
export const megabyte = 1_000_000;

/** From the list: n8n checks other ways to name a device with a time limit that a busy machine misses. */
const deviceId = { __rl: true, mode: 'list', value: '1' };

/** What is asked, and what is said where the answer is none that can be read. */
export const operations = {
	'Get Locations': {
		parameters: { operation: 'getLocations', deviceId },
		refusal: /something else/,
	},
	'Get Many': {
		parameters: { operation: 'getAll', returnAll: true, simplify: false },
		refusal: /not a list of API v1/,
	},
	Query: {
		parameters: { resource: 'inventory', operation: 'query', item: 'Device', returnAll: true },
		refusal: /not a list of API v1/,
	},
	Lock: { parameters: { operation: 'lock', deviceId }, refusal: /It is not known/ },
};

export type Name = keyof typeof operations;
export const names = Object.keys(operations) as Name[];

/** A server for the tests of a file that answers anything, byte by byte, and the node beside it. */
export function useRawSite() {
	let node: NodeProcess;
	const server = createServer((request, response) => {
		request.resume();
		site.respond(request, response);
	});

	beforeAll(async () => {
		node = await NodeProcess.prepare();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});

	afterAll(async () => {
		await node.stop();
		server.closeAllConnections();
		await new Promise((resolve) => {
			server.close(resolve);
		});
	});

	const site = {
		/** How each request is answered. */
		respond: (() => {}) as RequestListener,
		/** Runs an operation in the node's process; its outcome never holds the key. */
		run: async (name: Name, options: { timeout?: number } = {}): Promise<Measured> => {
			const { port } = server.address() as AddressInfo;
			const outcome = await node.run({
				parameters: { ...operations[name].parameters, options: { ...options, maxRetries: 0 } },
				credential: {
					siteName: 'acme',
					apiKey,
					baseUrl: `http://127.0.0.1:${port}`,
					siteNameIn: 'header',
				},
			});
			expect(outcome.holdsKey).toBe(false);
			return outcome;
		},
		/**
		 * Answers with a body, in pieces so that the size of one piece is not what is tested; gives its
		 * megabytes.
		 */
		serve: (body: string | Buffer, status = 200, headers: Record<string, string> = {}): number => {
			const bytes = Buffer.from(body as string);
			site.respond = (_, response) => {
				response.writeHead(status, { ...headers, 'content-length': bytes.length });
				response.end(bytes);
			};
			return bytes.length / megabyte;
		},
	};
	return site;
}
