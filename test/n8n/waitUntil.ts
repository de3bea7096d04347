import { setTimeout as sleep } from 'node:timers/promises';

const millisecondsBetween = 200;

/** Waits until something is so; gives it up silently after `seconds`, for the expectations to tell. */
export async function waitUntil(
	isSo: () => boolean | Promise<boolean>,
	seconds: number,
): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (Date.now() < deadline && !(await isSo())) await sleep(millisecondsBetween);
}
