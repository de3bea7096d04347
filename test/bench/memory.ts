import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Measures the most memory that a process uses from now on; Linux only.
 *
 * @returns a function that gives megabytes beyond what it used at the start; undefined elsewhere
 */
export function watchMemory(pid: number): () => number | undefined {
	if (process.platform !== 'linux') return () => undefined;
	const read = (field: string) => {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
	};
	// Sets the kernel's record of the most memory back to what is used now.
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	const before = read('VmRSS');
	return () => read('VmHWM') - before;
}

/** The processes that a process has started and that are still there; Linux only. */
export function childrenOf(pid: number): number[] {
	return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
		readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
			.split(' ')
			.filter(Boolean)
			.map(Number),
	);
}
