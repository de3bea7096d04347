import { readText } from '../values/entered';

/** What a resource locator holds. */
export interface Locator {
	mode: string;
	value: string;
}

/** A locator as n8n stores it, or the bare value that an expression or an AI agent may give. */
export function readLocator(locator: unknown): Locator {
	const isLocator = typeof locator === 'object' && locator !== null && '__rl' in locator;
	const { mode, value } = isLocator
		? (locator as { mode?: unknown; value?: unknown })
		: { mode: 'id', value: locator };
	return { mode: typeof mode === 'string' ? mode : '', value: readText(value) };
}
