import type { Task } from './task';

/** A command that must not be sent again. */
export interface Entry extends Pick<Task, 'results' | 'failure'> {
	/** What was sent: method, site, address and body. */
	request: string;
	/** The execution in which it was. */
	execution: string;
}

/** By item index. */
export type Entries = Record<string, Entry>;

/** The part of the execution's data that n8n keeps for the node. It holds no key. */
export interface Kept {
	/** By run index and item index. */
	runs?: Record<string, Entries>;
	/** The calls of a tool, by who called and request; equal ones each for itself. */
	calls?: Record<string, Entry[]>;
	/** The devices that the node was about, for 'Maximum Devices'. */
	devices?: Record<string, true>;
	/** The first run of the node in n8n's latest Retry; see {@link isFirstOf}. */
	first?: { execution: string; run: string; isNew: boolean };
	/** What was found for which run. */
	found?: { run: string; ids: Found };
}

/** IDs by what they were found by, such as a serial number. */
export type Found = Record<string, number>;

/**
 * Whether a run is the first of an execution and was not begun in an earlier one. What it did is kept
 * for its other tries; runs behind it in a loop are new as they should be.
 *
 * @param run empty for tools, of which n8n keeps calls
 */
export function isFirstOf(kept: Kept, execution: string, run: string): boolean {
	if (kept.first?.execution !== execution) {
		const isKept = run === '' ? kept.calls : kept.runs?.[run];
		kept.first = { execution, run, isNew: !isKept };
	}
	return kept.first.run === run && kept.first.isNew;
}

/** Only the current run can be tried again, so the others are forgotten. */
export function entriesOfRun(kept: Kept, runIndex: string): Entries {
	if (!kept.runs?.[runIndex]) kept.runs = { [runIndex]: {} };
	return kept.runs[runIndex];
}
