import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { findPorts, n8nEnvironment } from './environment';
import { n8nModules } from './folders';
import { findNode } from './nodeRuntime';
import { installPacked } from './pack';

/** A real n8n that answers on loopback. */
export interface RunningN8n {
	/** The editor's address, for example `http://127.0.0.1:40123`. */
	url: string;
	/** The folder of its database and packages; gone after `stop`. */
	userFolder: string;
	/** The file with all that n8n has written to its output; gone after `stop`. */
	logFile: string;
	/** The process that watches over n8n; n8n is its child. */
	guardianPid: number;
	/** Ends n8n and all processes that it started, and removes its folder. */
	stop: () => Promise<void>;
}

const secondsToStart = 180;
const linesInError = 30;

/**
 * Starts n8n with an empty database and this package installed, and waits until it answers. However
 * this process ends, n8n ends with it.
 *
 * @param tarball the packed package
 * @param environment settings of n8n beside those of every run
 * @throws Error with the end of n8n's log when n8n ends or doesn't answer in time.
 */
export async function startN8n(
	tarball: string,
	environment: NodeJS.ProcessEnv = {},
): Promise<RunningN8n> {
	const { program } = findNode();
	const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-for-tests-'));
	const logFile = path.join(userFolder, 'n8n.log');
	try {
		await installPacked(tarball, userFolder);
		const ports = await findPorts();
		const guardian = spawnGuarded(program, userFolder, logFile, {
			...n8nEnvironment(userFolder, ports),
			...environment,
		});
		const url = `http://127.0.0.1:${ports.editor}`;
		const stop = () => end(guardian);
		await waitUntilReady(url, guardian).catch(async (error: Error) => {
			const log = readFileSync(logFile, 'utf8').trim().split('\n').slice(-linesInError);
			await stop();
			throw new Error([`${error.message}. The end of its log:`, ...log].join('\n'));
		});
		return { url, userFolder, logFile, guardianPid: guardian.pid ?? 0, stop };
	} catch (error) {
		rmSync(userFolder, { recursive: true, force: true });
		throw error;
	}
}

function spawnGuarded(
	program: string,
	userFolder: string,
	logFile: string,
	env: NodeJS.ProcessEnv,
): ChildProcess {
	const log = openSync(logFile, 'a');
	const n8n = path.join(n8nModules, 'n8n', 'bin', 'n8n');
	const parameters = [path.join(__dirname, 'guardian.mjs'), userFolder, program, n8n, 'start'];
	const guardian = spawn(process.execPath, parameters, {
		cwd: userFolder,
		env,
		// Out of the terminal's process group: on Ctrl-C it has to live on until n8n has ended.
		detached: true,
		windowsHide: true,
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	return guardian;
}

async function waitUntilReady(url: string, guardian: ChildProcess): Promise<void> {
	const deadline = Date.now() + secondsToStart * 1000;
	while (Date.now() < deadline) {
		if (hasEnded(guardian)) throw new Error('n8n ended while it was starting');
		const answer = await axios
			.get<unknown>(`${url}/rest/settings`, { proxy: false, timeout: 5000 })
			.catch(() => undefined);
		// Until it is ready, n8n answers with text or not at all.
		if (typeof answer?.data === 'object') return;
		await sleep(200);
	}
	throw new Error(`n8n didn't answer within ${secondsToStart} seconds`);
}

async function end(guardian: ChildProcess): Promise<void> {
	if (hasEnded(guardian)) return;
	const ended = once(guardian, 'exit');
	guardian.stdin?.end();
	await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}
