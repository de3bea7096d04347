/** What a person reads of an error. */
export interface Refusal {
	message: string;
	/** How to get unstuck. */
	description: string;
}

/** The error that something throws, as a person reads it; empty texts where it throws none. */
export function refusalOf(run: () => unknown): Refusal {
	try {
		run();
	} catch (error) {
		const { message, description } = error as Partial<Refusal>;
		return { message: message ?? '', description: description ?? '' };
	}
	return { message: '', description: '' };
}

/** Expects an error with this in its message, and some words on how to get unstuck. */
export function expectRefusal({ message, description }: Refusal, wanted: string | RegExp): void {
	expect(message).toMatch(typeof wanted === 'string' ? literally(wanted) : wanted);
	requireAdvice({ message, description });
}

/** @throws Error for an error that doesn't say how to get unstuck */
export function requireAdvice({ message, description }: Nullable<Refusal>): void {
	// Behind it stands what was sent, which is no advice.
	const [advice] = (description ?? '').split('Sent to Miradore: ');
	// Who has stopped it wants to know that alone.
	const isStopped = message?.startsWith('The execution was stopped');
	if (!isStopped && !/\w+ \w+/.test(advice)) throw new Error(`No advice comes with: ${message}`);
}

/** As n8n has them, which leaves out what there is none of. */
type Nullable<Texts> = { [Name in keyof Texts]?: Texts[Name] | null };

function literally(text: string): RegExp {
	return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
