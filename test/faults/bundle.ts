import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(__dirname, '../..');

/** A program in one file, to be run by Node. */
export interface Bundle {
	file: string;
	/** What the program needs in its environment to find n8n's packages. */
	environment: NodeJS.ProcessEnv;
	/** Removes the file. */
	remove(): void;
}

/**
 * Bundles a program of this folder, so that Node runs it without a compiler in the process: the
 * compiler's memory would count as the program's.
 */
export async function bundle(program: string): Promise<Bundle> {
	const folder = mkdtempSync(path.join(tmpdir(), 'miradore-faults-'));
	const file = path.join(folder, 'program.js');
	await build({
		entryPoints: [path.join(__dirname, program)],
		outfile: file,
		bundle: true,
		external: ['n8n-core', 'n8n-workflow', 'reflect-metadata'],
		platform: 'node',
		format: 'cjs',
		target: 'node20',
	});
	return {
		file,
		environment: { NODE_PATH: path.join(root, 'node_modules') },
		remove: () => rmSync(folder, { recursive: true }),
	};
}
