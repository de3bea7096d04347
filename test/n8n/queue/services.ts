import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePorts } from '../environment';
import { startGuarded, waitUntilReady, type GuardedProcess } from '../guarded';
import { runProgram } from '../runProgram';
import type { KeptText } from '../traces';

/** Redis and PostgreSQL on loopback, empty. */
export interface QueueServices {
	/** n8n's settings to use them. */
	environment: NodeJS.ProcessEnv;
	/** All that went to Redis so far, and all that PostgreSQL holds now. */
	contents: () => Promise<KeptText[]>;
	/** Ends both and removes what they saved. */
	stop: () => Promise<void>;
}

const postgresVersions = '/usr/lib/postgresql';
const postgresUser = 'postgres';
const secondsToStart = 600;

/**
 * Starts Redis and PostgreSQL from Debian's packages, each with a folder of its own.
 *
 * @throws Error that tells how to install what is missing, or how the start failed.
 */
export async function startServices(): Promise<QueueServices> {
	const binaries = findBinaries();
	const [redisPort, postgresPort] = await findFreePorts(2);
	const redis = await startRedis(redisPort);
	const monitor = await startMonitor(redisPort);
	const postgres = await startPostgres(binaries, postgresPort).catch(async (error: Error) => {
		await Promise.all([redis.stop(), monitor.stop()]);
		throw error;
	});
	return {
		environment: {
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redisPort),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgresPort),
			DB_POSTGRESDB_USER: postgresUser,
			DB_POSTGRESDB_DATABASE: 'postgres',
		},
		contents: async () => [
			{ place: 'Redis', text: readFileSync(monitor.logFile, 'utf8') },
			{ place: 'PostgreSQL', text: await dump(binaries, postgresPort) },
		],
		stop: async () => {
			await monitor.stop();
			await Promise.all([redis.stop(), postgres.stop()]);
		},
	};
}

/** The folder of PostgreSQL's programs, which Debian leaves out of the path. */
function findBinaries(): string {
	try {
		const versions = readdirSync(postgresVersions).sort(
			(one, other) => Number(other) - Number(one),
		);
		const binaries = path.join(postgresVersions, versions[0], 'bin');
		accessSync(path.join(binaries, 'initdb'), constants.X_OK);
		if (spawnSync('redis-server', ['--version']).status === 0) return binaries;
	} catch {
		// The same as without Redis.
	}
	throw new Error(
		'The tests of n8n in queue mode need Redis and PostgreSQL. ' +
			'Debian and Ubuntu: apt-get install -y redis-server postgresql',
	);
}

async function startRedis(port: number): Promise<GuardedProcess> {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-redis-'));
	const settings = { port: String(port), bind: '127.0.0.1', dir: folder, save: '' };
	const parameters = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
	const redis = startGuarded(['redis-server', ...parameters], folder, process.env);
	const ping = ['-h', '127.0.0.1', '-p', String(port), 'ping'];
	const isReady = () => runProgram('redis-cli', ping, { folder }).then((pong) => pong === 'PONG');
	await waitUntilReady('Redis', redis, isReady, secondsToStart);
	return redis;
}

/** Redis forgets what has been worked off; its monitor writes down each command with all it holds. */
async function startMonitor(port: number): Promise<GuardedProcess> {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-redis-monitor-'));
	const parameters = ['-h', '127.0.0.1', '-p', String(port), 'monitor'];
	const monitor = startGuarded(['redis-cli', ...parameters], folder, process.env);
	const isReady = () => Promise.resolve(readFileSync(monitor.logFile, 'utf8').startsWith('OK'));
	await waitUntilReady("Redis's monitor", monitor, isReady, secondsToStart);
	return monitor;
}

function dump(binaries: string, port: number): Promise<string> {
	const parameters = ['-h', '127.0.0.1', '-p', String(port), '-U', postgresUser, 'postgres'];
	return runProgram(path.join(binaries, 'pg_dump'), parameters, { folder: tmpdir() });
}

async function startPostgres(binaries: string, port: number): Promise<GuardedProcess> {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-postgres-'));
	const isRoot = process.getuid?.() === 0;
	// PostgreSQL refuses to run as root.
	const asUser = isRoot ? ['runuser', '-u', postgresUser, '--'] : [];
	if (isRoot) await runProgram('chown', [postgresUser, folder], { folder });
	const data = path.join(folder, 'data');
	const run = (program: string) => [...asUser, path.join(binaries, program)];
	const [program, ...parameters] = [...run('initdb'), '-D', data, '-U', postgresUser];
	await runProgram(program, [...parameters, '-A', 'trust', '-E', 'UTF8', '--no-sync'], { folder });
	const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F'];
	const postgres = startGuarded([...run('postgres'), '-D', data, ...listen], folder, process.env);
	const isReadyProgram = path.join(binaries, 'pg_isready');
	const isReady = () =>
		runProgram(isReadyProgram, ['-h', '127.0.0.1', '-p', String(port)], { folder }).then(
			() => true,
		);
	await waitUntilReady('PostgreSQL', postgres, isReady, secondsToStart);
	return postgres;
}
