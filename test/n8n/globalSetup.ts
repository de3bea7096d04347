import { installN8n, isN8nInstalled } from './install';
import { shareN8n } from './sharedN8n';
import { startSignedIn } from './signedIn';
import { chosenVersion, versionName } from './version';

/** Starts the one n8n that all specs use, with the package in it. */
export default async function setUp(): Promise<void> {
	const { cost } = chosenVersion();
	if (!isN8nInstalled()) {
		console.log(`Installing n8n ${versionName} (${cost})…`);
		await installN8n((line) => console.log(line));
	}
	// Everything is logged, for the specs look for the API key in it.
	const n8n = await startSignedIn({ N8N_LOG_LEVEL: 'debug', N8N_LOG_FORMAT: 'json' });
	shareN8n({ ...n8n.server, cookie: n8n.cookie });
	Object.assign(globalThis, { n8n });
}
