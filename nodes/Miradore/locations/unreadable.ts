import { escapeHtml } from '../values/html';
import { isObject } from '../values/json';

const mostNames = 20;
const longestName = 40;

/**
 * The names of the fields that came with elements which can't be read, fit for a message: each once,
 * those of objects within as `location.lat`, escaped for HTML.
 */
export function nameFields(elements: unknown[]): string {
	const names = [...new Set(elements.flatMap(namesOf))];
	const named = names.slice(0, mostNames).map((name) => escapeHtml(name.slice(0, longestName)));
	const more = names.length > mostNames ? ['…'] : [];
	return [...named, ...more].join(', ') || 'none';
}

function namesOf(element: unknown): string[] {
	if (!isObject(element)) return [element === null ? '(null)' : `(${kindOf(element)})`];
	return Object.entries(element).flatMap(([name, value]) =>
		isObject(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
	);
}

function kindOf(element: unknown): string {
	if (Array.isArray(element)) return 'list';
	return typeof element === 'string' ? 'text' : typeof element;
}
