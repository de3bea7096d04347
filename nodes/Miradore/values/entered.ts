import { UserError } from 'n8n-workflow';

/**
 * What was given as text, without spaces around: text, a number, a switch, or a moment in ISO 8601.
 * Empty for anything else that an expression may give, such as a date that is none.
 */
export function readText(value: unknown): string {
	if (typeof value === 'string') return isNoDate(value) ? '' : value.trim();
	if (typeof value === 'boolean' || Number.isFinite(value)) return String(value);
	return isMoment(value) ? (value.toJSON() ?? '') : '';
}

/**
 * The same, where text is needed.
 *
 * @param label the parameter's
 * @throws UserError that names the label for a list, an object or another thing that is no text
 */
export function requireText(label: string, value: unknown): string {
	const text = readText(value);
	if (text !== '' || value === '') return text;
	throw new UserError(`'${label}' is not text`, {
		description: 'Its expression gave a list, an object or another thing that is no text.',
	});
}

/** Whether a value is a JavaScript Date or a Luxon DateTime, as n8n's expressions give them. */
export function isMoment(value: unknown): value is { toJSON(): string | null } {
	if (value instanceof Date) return true;
	return typeof value === 'object' && value !== null && 'toISO' in value && 'toJSON' in value;
}

/** Whether a text is what Luxon and JavaScript write for a date that is none. */
export function isNoDate(text: string): boolean {
	return /^\s*Invalid (Date|DateTime|Duration|Interval)\s*$/.test(text);
}

const longest = 60;

/** What was entered, fit to be repeated in a message; anything can come from an expression. */
export function shorten(entered: unknown): string {
	if (typeof entered === 'object' || typeof entered === 'function') return '(not text)';
	const text = String(entered);
	if (text === '') return '(empty)';
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
