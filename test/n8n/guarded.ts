import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesWith } from './processes';

/** A program that runs until it is stopped, or until this process ends, however that happens. */
export interface GuardedProcess {
	/** The process that watches over the program; the program is its child. */
	guardianPid: number;
	/** The program's own folder; gone after `stop`. */
	folder: string;
	/** The file in it with all that the program has written to its output. */
	logFile: string;
	/** Whether the program has ended. */
	hasEnded: () => boolean;
	/** Ends the program and all that it started for a while; with `crash` so that it can't clean up. */
	pause: (how?: 'pause' | 'crash') => Promise<void>;
	/** Starts it again after `pause`. */
	resume: () => void;
	/** Kills the program and all that it started at once, so that it can't clean up. */
	kill: () => Promise<void>;
	/** Ends the program and all that it started, and removes its folder. */
	stop: () => Promise<void>;
}

const linesInError = 30;
const turnsToEnd = 1500;

/**
 * @param command the program's path and its parameters; with `folder` in them or in the environment
 * @param environment all that the program gets of it
 */
export function startGuarded(
	command: string[],
	folder: string,
	environment: NodeJS.ProcessEnv,
): GuardedProcess {
	const logFile = path.join(folder, 'output.log');
	const log = openSync(logFile, 'a');
	const parameters = [path.join(__dirname, 'guardian.mjs'), folder, ...command];
	const guardian = spawn(process.execPath, parameters, {
		cwd: folder,
		env: environment,
		// Out of the terminal's process group: on Ctrl-C it has to live on until the program has ended.
		detached: true,
		windowsHide: true,
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	const guardianPid = guardian.pid ?? 0;
	return {
		guardianPid,
		folder,
		logFile,
		hasEnded: () => hasEnded(guardian),
		pause: async (how = 'pause') => {
			guardian.stdin?.write(`${how}\n`);
			const isThere = () => processesWith(folder).some((id) => id !== guardianPid);
			for (let turn = 0; turn < turnsToEnd && isThere(); turn += 1) await sleep(200);
		},
		resume: () => void guardian.stdin?.write('resume\n'),
		kill: async () => {
			const ended = once(guardian, 'exit');
			for (const id of processesWith(folder)) if (id !== guardianPid) process.kill(id, 'SIGKILL');
			await ended;
		},
		stop: async () => {
			if (!hasEnded(guardian)) {
				const ended = once(guardian, 'exit');
				guardian.stdin?.end();
				await ended;
			}
			// Where the program has ended by itself, its guardian has left the folder.
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/**
 * Waits until a program is ready to be used; stops it when it isn't in time.
 *
 * @param name of the program, for people
 * @param isReady asked again and again; a rejection means no
 * @throws Error with the end of the program's output when it ends or isn't ready in time.
 */
export async function waitUntilReady(
	name: string,
	program: GuardedProcess,
	isReady: () => Promise<boolean>,
	seconds: number,
): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	while (Date.now() < deadline && !program.hasEnded()) {
		if (await isReady().catch(() => false)) return;
		await sleep(200);
	}
	const reason = program.hasEnded()
		? `${name} ended while it was starting`
		: `${name} didn't answer within ${seconds} seconds`;
	const log = readFileSync(program.logFile, 'utf8').trim().split('\n').slice(-linesInError);
	await program.stop();
	throw new Error([`${reason}. The end of its log:`, ...log].join('\n'));
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}
