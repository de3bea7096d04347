import { readFileSync } from 'node:fs';
import { N8nClient } from './client';

/** The one n8n that all specs use, as they see it from their own module worlds. */
export interface SharedN8n {
	url: string;
	cookie: string;
	logFile: string;
	userFolder: string;
}

const variable = 'N8N_OF_THE_SPECS';

/** Hands the n8n that the set-up started to the specs. */
export function shareN8n(shared: SharedN8n): void {
	process.env[variable] = JSON.stringify(shared);
}

/** The n8n that the set-up started. */
export function sharedN8n(): SharedN8n {
	return JSON.parse(process.env[variable] ?? '') as SharedN8n;
}

/** The n8n of the specs, signed in as its owner. */
export function sharedClient(): N8nClient {
	const { url, cookie } = sharedN8n();
	return new N8nClient(url, cookie);
}

/** All that the n8n of the specs has logged so far. */
export function sharedLog(): string {
	return readFileSync(sharedN8n().logFile, 'utf8');
}
