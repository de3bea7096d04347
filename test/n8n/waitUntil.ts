import { setTimeout as sleep } from 'node:timers/promises';

/** A busy machine, or one whose disk is, is that many times slower than one at ease. */
const slowness = 10;

/**
 * Waits until something is so; gives it up silently in the end, for the expectations to tell.
 *
 * @param seconds that it takes at most on a machine at ease; ten times as many are waited
 */
export async function waitUntil(
	isSo: () => boolean | Promise<boolean>,
	seconds: number,
	millisecondsBetween = 200,
): Promise<void> {
	// By a clock that tests don't set.
	const deadline = performance.now() + seconds * 1000 * slowness;
	while (performance.now() < deadline && !(await isSo())) await sleep(millisecondsBetween);
}
