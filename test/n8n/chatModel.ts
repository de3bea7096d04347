import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A tool as an agent offers it to its model. */
export interface OfferedTool {
	name: string;
	/** What it does, in words for the model. */
	description: string;
	/** JSON schema of its arguments. */
	parameters: { properties: Record<string, { type: string }>; required?: string[] };
}

/** A chat model on loopback that speaks as much of OpenAI's protocol as an agent needs. */
export interface ChatModel {
	/** The address for an OpenAI credential, such as `http://127.0.0.1:40123/v1`. */
	url: string;
	/** The tools that the agent offered with its latest request. */
	tools: OfferedTool[];
	/** What the agent got from its tool, as it told the model; the latest is the last. */
	toolResults: string[];
	/** The arguments with which the model calls the first tool; text is sent as it is. */
	toolArguments: object | string;
	/** Arguments of further calls of that tool, which come in the same message. */
	furtherCalls: object[];
	/** Whether it fails at a request, by how many results of the tool that tells and by its number, from 1. */
	fails: (results: number, request: number) => boolean;
	/** Makes it as it was started. */
	reset: () => void;
	stop: () => Promise<void>;
}

interface ChatRequest {
	model: string;
	messages: Array<{ role: string; content: string }>;
	tools?: Array<{ function: OfferedTool }>;
}

/**
 * Starts a model that calls the first of its tools once, and says 'Done' when it has the result, unless
 * it is told to call more often or to fail.
 */
export async function startChatModel(): Promise<ChatModel> {
	let requests = 0;
	const fresh = () => ({
		tools: [],
		toolResults: [],
		toolArguments: {},
		furtherCalls: [],
		fails: () => false,
	});
	const reset = () => {
		requests = 0;
		Object.assign(model, fresh());
	};
	const model: ChatModel = { url: '', ...fresh(), reset, stop };
	const server = createServer((request, response) => {
		void answer(request).then((body) => {
			// n8n's own client would ask again after 429 or 500.
			response.statusCode = 'error' in body ? 400 : 200;
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify(body));
		});
	});
	await once(server.listen({ host: '127.0.0.1', port: 0 }), 'listening');
	model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	return model;

	async function answer(request: IncomingMessage): Promise<object> {
		const { model: name, messages, tools = [] } = (await json(request)) as ChatRequest;
		model.tools = tools.map(({ function: tool }) => tool);
		const results = messages.filter(({ role }) => role === 'tool');
		model.toolResults.push(...results.map(({ content }) => content));
		requests += 1;
		if (model.fails(results.length, requests)) return { error: { message: 'The model is out' } };
		const message = results.length > 0 ? { content: 'Done' } : callOf(model);
		return completion(name, { role: 'assistant', ...message });
	}

	async function stop(): Promise<void> {
		server.closeAllConnections();
		await once(server.close(), 'close');
	}
}

function callOf({ tools, toolArguments, furtherCalls }: ChatModel): object {
	const calls = [toolArguments, ...furtherCalls].map((given) => {
		const text = typeof given === 'string' ? given : JSON.stringify(given);
		return {
			id: randomUUID(),
			type: 'function',
			function: { name: tools[0].name, arguments: text },
		};
	});
	return { content: null, tool_calls: calls };
}

function completion(model: string, message: object): object {
	const reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
	return {
		id: randomUUID(),
		object: 'chat.completion',
		created: 0,
		model,
		choices: [{ index: 0, message, finish_reason: reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
