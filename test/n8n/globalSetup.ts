import { N8nClient } from './client';
import { installN8n, isN8nInstalled } from './install';
import { packProject } from './pack';
import { startN8n } from './server';
import { shareN8n, type StartedForSpecs } from './sharedN8n';
import { chosenVersion, versionName } from './version';

/** Starts the one n8n that all specs use, with the package in it. */
export default async function setUp(): Promise<void> {
	const { cost } = chosenVersion();
	if (!isN8nInstalled()) {
		console.log(`Installing n8n ${versionName} (${cost})…`);
		await installN8n((line) => console.log(line));
	}
	const packed = await packProject();
	// Everything is logged, for the specs look for the API key in it.
	const n8n = await startN8n(packed.tarball, { N8N_LOG_LEVEL: 'debug', N8N_LOG_FORMAT: 'json' });
	const owner = { email: 'owner@n8n.example', password: 'Only4Loopback' };
	const cookie = await new N8nClient(n8n.url).setUpOwner(owner);
	shareN8n({ ...n8n, cookie });
	const started: StartedForSpecs = { packed, n8n };
	Object.assign(globalThis, { started });
}
