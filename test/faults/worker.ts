// A process that runs the node in n8n-core whenever its parent asks, so that what a run does to
// memory, and a crash, can be told from what the tests do. Started by `nodeProcess.ts`.
import '../core/environment.cjs';
import { execute, type Run } from '../core/execute';
import { spellings } from '../core/site';
import type { Summary } from './nodeProcess';

async function summarize(run: Run): Promise<Summary> {
	const { success, error, saved } = await execute(run);
	const known = spellings(run.credential.apiKey as string);
	return {
		items: success.length,
		first: JSON.stringify(success[0]?.json ?? null).slice(0, 200),
		error: error && { name: error.name, message: error.message, description: error.description },
		savedLength: saved.length,
		holdsKey: known.some((spelling) => saved.includes(spelling)),
	};
}

process.on('message', (run: Run) => {
	void summarize(run).then((summary) => {
		// The next measurement is not to begin with what this run left behind.
		globalThis.gc?.();
		process.send?.(summary);
	});
});
process.send?.('ready');
