import { existsSync } from 'node:fs';
import { remainingProcesses } from './processes';
import type { StartedForSpecs } from './sharedN8n';

/** Ends the n8n that the specs used, and fails the run when something of it remains. */
export default async function tearDown(): Promise<void> {
	const { packed, n8n } = (globalThis as unknown as { started: StartedForSpecs }).started;
	await n8n.stop();
	await packed.remove();
	const remaining = await remainingProcesses(n8n.userFolder);
	if (remaining.length > 0)
		throw new Error(`n8n has ended, but not its processes ${remaining.join()}`);
	if (existsSync(n8n.userFolder)) throw new Error(`n8n has ended, but left ${n8n.userFolder}`);
}
