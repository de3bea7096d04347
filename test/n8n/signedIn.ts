import { N8nClient } from './client';
import { packProject } from './pack';
import { startN8n, type RunningN8n } from './server';

/** An n8n with this package, where its owner has signed in. */
export interface SignedIn {
	/** n8n's REST interface as its owner. */
	client: N8nClient;
	/** The session of that owner, for a browser or another client. */
	cookie: string;
	server: RunningN8n;
	/** Ends n8n, and removes what it and its start have left. */
	stop: () => Promise<void>;
}

/** Makes the owner of an n8n that has none, and signs in; gives the cookie of that. */
export function signIn(client: N8nClient): Promise<string> {
	return client.setUpOwner({ email: 'owner@n8n.example', password: 'Only4Loopback' });
}

/**
 * Packs this package, starts n8n with it and signs in.
 *
 * @param environment settings of n8n beside those of every run
 * @throws Error with the output of the step that did not succeed; nothing is left of the others.
 */
export async function startSignedIn(environment: NodeJS.ProcessEnv = {}): Promise<SignedIn> {
	const packed = await packProject();
	const cleanUps = [packed.remove];
	const stop = async () => {
		for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
	};
	try {
		const server = await startN8n(packed.tarball, environment);
		cleanUps.push(server.stop);
		const client = new N8nClient(server.url);
		return { client, cookie: await signIn(client), server, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
