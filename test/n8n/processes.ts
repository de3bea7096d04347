import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The ids of the processes that have `marker` in their command or environment, this one and those
 * that list them aside. Everything that n8n starts has its user folder there.
 */
export function processesWith(marker: string): number[] {
	const list = execFileSync('ps', ['axeww', '-o', 'pid=,command='], {
		encoding: 'utf8',
		env: { PATH: process.env.PATH },
		maxBuffer: 64 * 1024 * 1024,
	});
	return list
		.split('\n')
		.filter((line) => line.includes(marker))
		.map((line) => Number.parseInt(line, 10))
		.filter((id) => id !== process.pid);
}

/** Waits until no process has `marker`, at most `seconds`; gives the ids of those that remain. */
export async function remainingProcesses(marker: string, seconds = 20): Promise<number[]> {
	const deadline = Date.now() + seconds * 1000;
	let remaining = processesWith(marker);
	while (remaining.length > 0 && Date.now() < deadline) {
		await sleep(200);
		remaining = processesWith(marker);
	}
	return remaining;
}
