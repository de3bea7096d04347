import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The ids of the processes that have all `markers` in their command or environment, save this one.
 * Everything that n8n starts has its user folder there.
 */
export function processesWith(...markers: string[]): number[] {
	const processes = process.platform === 'linux' ? fromKernel() : fromList();
	return processes
		.filter(
			({ id, text }) => id !== process.pid && markers.every((marker) => text.includes(marker)),
		)
		.map(({ id }) => id);
}

interface Process {
	id: number;
	/** Command and environment, with spaces between their parts. */
	text: string;
}

/** Small Linux images have no `ps`. */
function fromKernel(): Process[] {
	const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	return ids.map((id) => ({ id: Number(id), text: read(id, 'cmdline') + read(id, 'environ') }));
}

function read(id: string, file: string): string {
	try {
		return readFileSync(`/proc/${id}/${file}`, 'utf8').replaceAll('\0', ' ');
	} catch {
		// The process has ended in the meantime, or belongs to somebody else.
		return '';
	}
}

function fromList(): Process[] {
	const list = execFileSync('ps', ['axeww', '-o', 'pid=,command='], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	return list.split('\n').map((text) => ({ id: Number.parseInt(text, 10), text }));
}

/** Waits until no process has `marker`, at most `seconds`; gives the ids of those that remain. */
export async function remainingProcesses(marker: string, seconds = 200): Promise<number[]> {
	const deadline = Date.now() + seconds * 1000;
	let remaining = processesWith(marker);
	while (remaining.length > 0 && Date.now() < deadline) {
		await sleep(200);
		remaining = processesWith(marker);
	}
	return remaining;
}
