import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a program is run. */
export interface ProgramOptions {
	/** The working folder. */
	folder: string;
	/** Added to the environment of this process. */
	environment?: NodeJS.ProcessEnv;
	/** Gets every line that the program writes, as it comes. */
	onLine?: (line: string) => void;
}

const linesInError = 25;

/**
 * Runs a program to its end and gives what it wrote to its standard output.
 *
 * @throws Error with the end of all its output when it can't be started or ends with another code
 * than 0.
 */
export async function runProgram(
	program: string,
	parameters: string[],
	{ folder, environment, onLine }: ProgramOptions,
): Promise<string> {
	const child = spawn(program, parameters, {
		cwd: folder,
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
		// On Windows npm is a script, which only a shell can start.
		shell: process.platform === 'win32',
	});
	const written: string[] = [];
	const all: string[] = [];
	createInterface(child.stdout).on('line', (line) => {
		written.push(line);
		all.push(line);
		onLine?.(line);
	});
	createInterface(child.stderr).on('line', (line) => {
		all.push(line);
		onLine?.(line);
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code === 0) return written.join('\n');
	const command = [program, ...parameters].join(' ');
	const end = all.slice(-linesInError).join('\n');
	throw new Error(`"${command}" ended with code ${code}:\n${end}`);
}
