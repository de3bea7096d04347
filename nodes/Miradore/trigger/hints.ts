import type { IDataObject } from 'n8n-workflow';
import { sentNothing } from '../locations/request';
import { ApiFailure } from '../transport/apiFailure';

/** What of a poll's readings matters here. */
interface Read {
	/** The devices that were read, and those of them that Miradore doesn't find. */
	timed: Map<number, unknown>;
	missing: number[];
	/** What is doubtful about the answer for a device, though it was read. */
	hints: Map<number, string>;
}

/**
 * What is doubtful about the answers of a poll and wasn't told yet. That nothing came in place of a list
 * is told where it is so for all devices: a single one may have no locations.
 *
 * @param state of the trigger: what was told is noted there
 */
export function noteHints(
	state: IDataObject,
	{ timed, missing, hints }: Read,
): ApiFailure | undefined {
	const isForAll = hints.size > 0 && hints.size === timed.size - missing.length;
	const told = (state.hints ?? []) as string[];
	const found = [...hints].find(
		([, text]) => !told.includes(text) && (isForAll || text !== sentNothing),
	);
	if (!found) return undefined;
	const [id, text] = found;
	state.hints = [...told, text];
	return new ApiFailure(
		text.replace(/\.$/, ''),
		`It was so for device ${id}. See what comes with the operation 'Get Locations' and 'Simplify' off. This is told once.`,
	);
}
