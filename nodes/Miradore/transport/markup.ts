/** What may stand before the root of a document. */
const preliminaries = [
	['<?', '?>'],
	['<!--', '-->'],
];

/** Elements with which web pages and pieces of them begin; none is a root of API v1. */
const page =
	/^<(!doctype\s+html|html|head|body|title|meta|base|link|script|noscript|style|center|div|form|iframe|table|p|h[1-6])\b/i;

/** `Error`, alone or in `Content` (miradore-api.md 5.5), with a prefix or without. */
const errorDocument = /^(<([\w.-]+:)?content\b[^>]*>\s*)?<([\w.-]+:)?errors?\b/i;

/**
 * Whether a body is a web page, also behind declarations, comments and words. What is within JSON or a
 * document of API v1 is none.
 */
export function isWebPage(body: unknown): boolean {
	if (typeof body !== 'string') return false;
	return page.test(fromRoot(body)) || (/<html\b/i.test(body) && !isData(body));
}

function isData(text: string): boolean {
	return /^\s*["[{]/.test(text) || isContent(fromRoot(text));
}

/** Whether a body is the document by which API v1 says no. */
export function isErrorDocument(body: unknown): boolean {
	return typeof body === 'string' && errorDocument.test(fromRoot(body));
}

/** Whether a body is a document that API v1 doesn't answer, whose root is `Content` (miradore-api.md 5.5). */
export function isForeignDocument(text: string): boolean {
	const root = fromRoot(text);
	return root.startsWith('<') && !isContent(root);
}

function isContent(root: string): boolean {
	return /^<([\w.-]+:)?content\b/i.test(root);
}

/** A document from its root on; empty where there is none. */
function fromRoot(text: string): string {
	let rest = text.trimStart();
	for (;;) {
		const found = preliminaries.find(([opening]) => rest.startsWith(opening));
		if (!found) return rest;
		const end = rest.indexOf(found[1]);
		if (end < 0) return '';
		rest = rest.slice(end + found[1].length).trimStart();
	}
}
