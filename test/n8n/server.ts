import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPorts, n8nEnvironment } from './environment';
import { n8nModules } from './folders';
import { startGuarded, waitUntilReady } from './guarded';
import { findNode } from './nodeRuntime';
import { installPacked } from './pack';
import { loopback } from './loopback';

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
	/** Ends n8n, or has it crash, and starts it again on the same data, with `meanwhile` in between. */
	restart: (meanwhile: () => void, how?: 'pause' | 'crash') => Promise<void>;
	/** Kills n8n and all processes that it started at once; its folder stays until `stop`. */
	kill: () => Promise<void>;
	/** Ends n8n and all processes that it started, and removes its folder. */
	stop: () => Promise<void>;
}

/** What a process of n8n does. */
interface Role {
	/** n8n's command and its parameters. */
	command: string[];
	/** Where it answers with JSON, and with one of the statuses, as soon as it is ready. */
	readyPath: string;
	readyStatuses: number[];
}

const roles = {
	// Nobody is signed in yet.
	main: { command: ['start'], readyPath: '/rest/login', readyStatuses: [401] },
	worker: {
		command: ['worker', '--concurrency=5'],
		readyPath: '/healthz/readiness',
		readyStatuses: [200],
	},
} satisfies Record<string, Role>;

/** Ten times what it takes on a machine at ease. */
const secondsToStart = 600;

/**
 * Starts n8n with this package installed, and waits until it answers. However this process ends, n8n
 * ends with it.
 *
 * @param tarball the packed package
 * @param environment settings of n8n beside those of every run; without any, its database is empty
 * @param role of the process where n8n runs as several; alone it is `main`
 * @throws Error with the end of n8n's log when n8n ends or doesn't answer in time.
 */
export async function startN8n(
	tarball: string,
	environment: NodeJS.ProcessEnv = {},
	role: keyof typeof roles = 'main',
): Promise<RunningN8n> {
	const { program: node } = findNode();
	const { command, readyPath, readyStatuses } = roles[role];
	const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-for-tests-'));
	try {
		await installPacked(tarball, userFolder);
		const ports = await findPorts();
		const n8n = path.join(n8nModules, 'n8n', 'bin', 'n8n');
		const running = startGuarded([node, n8n, ...command], userFolder, {
			...n8nEnvironment(userFolder, ports),
			...environment,
		});
		const url = `http://127.0.0.1:${ports.editor}`;
		const isReady = () => answersJson(`${url}${readyPath}`, readyStatuses);
		await waitUntilReady('n8n', running, isReady, secondsToStart);
		const restart: RunningN8n['restart'] = async (meanwhile, how) => {
			await running.pause(how);
			meanwhile();
			running.resume();
			await waitUntilReady('n8n', running, isReady, secondsToStart);
		};
		const { guardianPid, logFile, kill, stop } = running;
		return { url, userFolder, logFile, guardianPid, restart, kill, stop };
	} catch (error) {
		rmSync(userFolder, { recursive: true, force: true });
		throw error;
	}
}

/** Until it is ready, n8n answers with text or not at all. */
async function answersJson(url: string, statuses: number[]): Promise<boolean> {
	const { data, status } = await loopback.get<unknown>(url, { timeout: 60_000 });
	return statuses.includes(status) && typeof data === 'object';
}
