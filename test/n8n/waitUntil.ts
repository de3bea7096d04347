import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so; gives it up silently after `seconds`, for the expectations to tell. */
export async function waitUntil(
	isSo: () => boolean | Promise<boolean>,
	seconds: number,
	millisecondsBetween = 200,
): Promise<void> {
	// By a clock that tests don't set.
	const deadline = performance.now() + seconds * 1000;
	while (performance.now() < deadline && !(await isSo())) await sleep(millisecondsBetween);
}
