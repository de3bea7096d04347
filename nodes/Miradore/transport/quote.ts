import { escapeHtml } from '../values/html';
import { readErrorDescription } from './items';
import { isWebPage } from './markup';

const longestQuote = 300;

/** Error documents are small; of anything longer only the beginning is looked at. */
const longestRead = 10_000;

/** `Miradore said: …` with what the server said, safe to show as HTML; empty where it said nothing. */
export function quote(body: unknown): string {
	if (body === undefined || isWebPage(body)) return '';
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const beginning = text.slice(0, longestRead);
	const said = (text === beginning && readErrorDescription(body)) || beginning;
	const line = said.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	const short = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
	return short && `Miradore said: ${escapeHtml(short)}`;
}
