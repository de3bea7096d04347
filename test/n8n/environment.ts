import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chosenVersion } from './version';

/** The two ports that one n8n listens on, both on loopback. */
export interface Ports {
	editor: number;
	taskBroker: number;
}

/** Finds the ports for one n8n. */
export async function findPorts(): Promise<Ports> {
	const [editor, taskBroker] = await findFreePorts(2);
	return { editor, taskBroker };
}

/** The ports below those that the system itself gives to connections. */
const [lowestPort, highestPort] = [20_000, 32_000];

/**
 * Finds ports on loopback that are free now. A program takes some seconds to listen on one: until then,
 * neither a connection nor, in all likelihood, another test gets it.
 */
export async function findFreePorts(count: number): Promise<number[]> {
	const ports = new Set<number>();
	while (ports.size < count) {
		const port = randomInt(lowestPort, highestPort);
		if (await isFree(port)) ports.add(port);
	}
	return [...ports];
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	try {
		await once(server.listen({ host: '127.0.0.1', port }), 'listening');
	} catch {
		return false;
	}
	await once(server.close(), 'close');
	return true;
}

/** n8n without its editor, which takes a quarter less to start; for tests by its API alone. */
export const withoutEditor = { N8N_DISABLE_UI: 'true' };

/**
 * The environment of one n8n. Of this process's own it has only what any program needs, so that
 * neither the settings of another n8n nor a real API key get in; and n8n's own calls to the outside
 * are switched off, as far as there is a switch.
 *
 * @param userFolder what n8n writes to; also its home and its folder for temporary files, so that
 * nothing is read from the user's own and nothing is left behind
 */
export function n8nEnvironment(
	userFolder: string,
	{ editor, taskBroker }: Ports,
): NodeJS.ProcessEnv {
	const kept = /^(path|systemroot|https?_proxy|node_extra_ca_certs)$/i;
	return {
		...Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name))),
		NO_PROXY: '127.0.0.1,localhost',
		HOME: userFolder,
		TMPDIR: userFolder,
		TEMP: userFolder,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_PORT: String(editor),
		QUEUE_HEALTH_CHECK_PORT: String(editor),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(taskBroker),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// Where its database takes five seconds to answer, as on a busy disk, n8n refuses all requests.
		DB_PING_INTERVAL_SECONDS: '86400',
		...chosenVersion().environment,
	};
}
