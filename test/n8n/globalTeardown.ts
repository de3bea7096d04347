import { existsSync } from 'node:fs';
import { remainingProcesses } from './processes';
import type { SignedIn } from './signedIn';

/** Ends the n8n that the specs used, and fails the run when something of it remains. */
export default async function tearDown(): Promise<void> {
	const { n8n } = globalThis as unknown as { n8n: SignedIn };
	const { userFolder } = n8n.server;
	await n8n.stop();
	const remaining = await remainingProcesses(userFolder);
	if (remaining.length > 0)
		throw new Error(`n8n has ended, but not its processes ${remaining.join()}`);
	if (existsSync(userFolder)) throw new Error(`n8n has ended, but left ${userFolder}`);
}
