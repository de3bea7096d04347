import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { N8nClient } from '../client';
import { withoutEditor } from '../environment';
import { installN8n, isN8nInstalled } from '../install';
import { packProject } from '../pack';
import { startN8n, type RunningN8n } from '../server';
import { signIn } from '../signedIn';
import { placesWith, tracesIn } from '../traces';
import { startServices } from './services';

/** n8n as several processes: one that takes triggers in, and workers that run the executions. */
export interface QueueN8n {
	/** n8n's address. */
	url: string;
	/** Signed in as the owner. */
	client: N8nClient;
	/** The process that takes triggers in. */
	main: RunningN8n;
	workers: RunningN8n[];
	/** Looks for a key in the files of all processes, in PostgreSQL and in what went to Redis. */
	tracesOf: (key: string) => Promise<string[]>;
	/** Ends all processes and removes what they saved. */
	stop: () => Promise<void>;
}

/**
 * A worker that was killed is found out about after a minute and a half unless n8n is told to look
 * more often. Milliseconds.
 */
const watchfulness = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * n8n removes a job from its queue when that has ended. Whoever asks for its end only then waits for ever:
 * 'Retry' does on a busy machine where it has nothing to do.
 */
const keptJobs = {
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '100',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '100',
};

/** Starts Redis, PostgreSQL, n8n and two workers, all with this package. */
export async function startQueueN8n(): Promise<QueueN8n> {
	if (!isN8nInstalled()) await installN8n((line) => console.log(line));
	const cleanUps: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
	};
	try {
		const packed = await packProject();
		cleanUps.push(packed.remove);
		const services = await startServices();
		cleanUps.push(services.stop);
		const environment = {
			...services.environment,
			...watchfulness,
			...keptJobs,
			...withoutEditor,
			EXECUTIONS_MODE: 'queue',
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_LOG_LEVEL: 'debug',
			N8N_LOG_FORMAT: 'json',
		};
		const start = async (role: 'main' | 'worker') => {
			const n8n = await startN8n(packed.tarball, environment, role);
			cleanUps.push(n8n.stop);
			return n8n;
		};
		// First, for it makes the tables.
		const main = await start('main');
		const workers = [await start('worker'), await start('worker')];
		const client = new N8nClient(main.url);
		await signIn(client);
		const tracesOf = async (key: string) => {
			const folders = [main, ...workers].map(({ userFolder }) => tracesIn(userFolder, key));
			const traces = (await Promise.all(folders)).flat();
			return [...traces, ...placesWith(key, await services.contents())];
		};
		return { url: main.url, client, main, workers, tracesOf, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The ids of the executions that a worker has started, as its log has them. */
export function startedBy({ logFile }: RunningN8n): string[] {
	const starts = readFileSync(logFile, 'utf8').matchAll(/Worker started execution (\d+)/g);
	return [...starts].map(([, id]) => id);
}
