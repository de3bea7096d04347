import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Builds the nodes of the benchmark into a folder that n8n can load as custom extensions. */
export async function buildNodes(folder: string): Promise<void> {
	const sources = readdirSync(__dirname).filter((file) => file.endsWith('.node.ts'));
	await build({
		entryPoints: sources.map((file) => path.join(__dirname, file)),
		outdir: folder,
		bundle: true,
		external: ['n8n-workflow'],
		platform: 'node',
		format: 'cjs',
	});
}
