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
 * Pure: what is doubtful about the answers of a poll, so that each thing is told once. That nothing came in
 * place of a list is told where it is so for all devices: a single one may have no locations.
 *
 * @param told what was told before
 * @returns what has been told after this poll, and what is to be told now
 */
export function noteHints(
	told: string[] | undefined,
	{ timed, missing, hints }: Read,
): { told: string[] | undefined; news?: ApiFailure } {
	const isForAll = hints.size > 0 && hints.size === timed.size - missing.length;
	const found = [...hints].find(
		([, text]) => !told?.includes(text) && (isForAll || text !== sentNothing),
	);
	if (!found) return { told };
	const [id, text] = found;
	const news = new ApiFailure(
		text.replace(/\.$/, ''),
		`It was so for device ${id}. See what comes with the operation 'Get Locations' and 'Simplify' off. This is told once.`,
	);
	return { told: [...(told ?? []), text], news };
}
