/** The tasks of a run that stopped, by what became of them; each by name, such as `Device 12`. */
export interface Stopped {
	carriedOut: string[];
	failed: string[];
	notSent: string[];
}

/**
 * Tells after a stop which commands Miradore accepted and which it never got, so that nobody has to
 * guess which devices were acted on. HTML lines.
 */
export function reportStop({ carriedOut, failed, notSent }: Stopped): string {
	return [
		`Sent to Miradore before that: ${list(carriedOut)}.`,
		`Failed: ${list(failed)}.`,
		`Not sent: ${list(notSent)}.`,
	].join('<br>');
}

function list(names: string[]): string {
	return names.length > 0 ? names.join(', ') : 'none';
}
