import type { IN8nHttpFullResponse } from 'n8n-workflow';

/** What Miradore answered. */
export interface Answer {
	status: number;
	/** Parsed JSON, text where it isn't JSON, undefined where it is empty (contract section 1.2). */
	body: unknown;
}

/** Reads the body by its content, for Miradore's content types and statuses don't tell its kind. */
export function readAnswer({ statusCode, body }: IN8nHttpFullResponse): Answer {
	return { status: statusCode, body: typeof body === 'string' ? parseBody(body) : body };
}

function parseBody(body: string): unknown {
	const text = body.replace(/^\uFEFF/, '').trim();
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
