import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFolder } from './folders';
import { runProgram } from './runProgram';

/** The package as it would be published. */
export interface PackedProject {
	/** The path of the tarball. */
	tarball: string;
	/** Removes the tarball. */
	remove: () => Promise<void>;
}

/**
 * Builds this project and packs it into a temporary folder, unless `N8N_PACKAGE_FOR_TESTS` names a
 * package that was packed before: CI packs once for all its parts.
 *
 * @throws Error with the output of the step that did not succeed.
 */
export async function packProject(): Promise<PackedProject> {
	const { N8N_PACKAGE_FOR_TESTS: packed } = process.env;
	if (packed) return { tarball: packed, remove: () => Promise.resolve() };
	const gulp = path.join(projectFolder, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await runProgram(process.execPath, [gulp, 'build'], { folder: projectFolder });
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-miradore-'));
	const output = await runProgram('npm', ['pack', '--json', '--pack-destination', folder], {
		folder: projectFolder,
	});
	const [{ filename }] = JSON.parse(output) as [{ filename: string }];
	return {
		tarball: path.join(folder, filename),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

/**
 * Installs a packed project the way n8n documents for manual installation: `npm install` in
 * `.n8n/nodes`. The peer n8n-workflow is left out, for n8n lets community nodes find its own one;
 * and as the package has no other dependency, npm needs no registry.
 *
 * @param userFolder what n8n gets as N8N_USER_FOLDER
 */
export async function installPacked(tarball: string, userFolder: string): Promise<void> {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	// As n8n itself creates it; without it npm would look for one in the folders above.
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	await runProgram(
		'npm',
		['install', tarball, '--offline', '--ignore-scripts', '--legacy-peer-deps', '--no-audit'],
		{ folder },
	);
}
