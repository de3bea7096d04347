import { waitUntil } from './waitUntil';
import { loopback } from './loopback';

const protocolVersion = '2025-03-26';

/** A client of the Model Context Protocol, as far as calls of tools need it. */
export class McpClient {
	private session?: string;

	private lastId = 0;

	/** @param token of the authentication by bearer token; none without it */
	constructor(
		private readonly url: string,
		private readonly token?: string,
	) {}

	/** Opens a session as soon as the server is there: n8n 2 publishes in the background. */
	openOnceServed(): Promise<void> {
		const isOpen = () =>
			this.open().then(
				() => true,
				() => false,
			);
		return waitUntil(isOpen, 30);
	}

	async open(): Promise<void> {
		const clientInfo = { name: 'test', version: '1' };
		await this.call('initialize', { protocolVersion, capabilities: {}, clientInfo });
		await this.post({ jsonrpc: '2.0', method: 'notifications/initialized' });
	}

	/** Calls a method; gives its result. */
	async call<Result>(method: string, parameters: object): Promise<Result> {
		this.lastId += 1;
		const text = await this.post({ jsonrpc: '2.0', id: this.lastId, method, params: parameters });
		const line = text.split('\n').find((one) => one.startsWith('data: ')) ?? `data: ${text}`;
		return (JSON.parse(line.slice('data: '.length)) as { result: Result }).result;
	}

	private async post(message: object): Promise<string> {
		const { data, headers, status } = await loopback.post<string>(this.url, message, {
			headers: {
				accept: 'application/json, text/event-stream',
				...(this.token && { authorization: `Bearer ${this.token}` }),
				...(this.session && { 'mcp-session-id': this.session }),
			},
			responseType: 'text',
			transformResponse: (body: string) => body,
		});
		if (status >= 400) throw new Error(`n8n answered ${status}: ${data}`);
		this.session ??= headers['mcp-session-id'] as string | undefined;
		return data;
	}
}
