/** Text or a number as text, without spaces around; empty for anything else that an expression may give. */
export function readText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

const longest = 60;

/** What was entered, fit to be repeated in a message; anything can come from an expression. */
export function shorten(entered: unknown): string {
	if (typeof entered === 'object' || typeof entered === 'function') return '(not text)';
	const text = String(entered);
	if (text === '') return '(empty)';
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
