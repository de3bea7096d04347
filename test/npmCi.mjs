// Installs what the lockfile of a folder asks for, as `npm ci` does, in half of its time or less: the lockfiles
// name no registry, so that npm reads what its registry knows of all versions of each package. Here it gets the
// addresses of those that are wanted. It is used on fresh clones, so it needs nothing but Node and npm.
// Usage: node test/npmCi.mjs <folder>
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const shell = process.platform === 'win32';

/**
 * Installs it; npm tells what goes wrong.
 *
 * @param {string} folder with package.json, .npmrc and lockfile
 * @returns {number} the code with which npm ended; 0 where all is there
 */
export function npmCi(folder) {
	// Not in the folder itself, whose lockfile stays as it is.
	const aside = path.join(folder, '.installing');
	const modules = path.join(folder, 'node_modules');
	rmSync(aside, { recursive: true, force: true });
	mkdirSync(aside);
	for (const file of ['package.json', '.npmrc']) {
		copyFileSync(path.join(folder, file), path.join(aside, file));
	}
	const lockfile = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
	addAddresses(lockfile.packages, registryOf(folder));
	writeFileSync(path.join(aside, 'package-lock.json'), JSON.stringify(lockfile));
	const status = ci(aside, '--prefer-offline');
	if (status === 0) {
		rmSync(modules, { recursive: true, force: true });
		renameSync(path.join(aside, 'node_modules'), modules);
	}
	rmSync(aside, { recursive: true, force: true });
	if (status === 0) return 0;
	console.log('npm tries again, with all that its registry knows of the packages…');
	return ci(folder);
}

/** Where all registries that npm can be set to have the file of a package; bundled ones have none. */
function addAddresses(packages, registry) {
	for (const [place, locked] of Object.entries(packages)) {
		if (!locked.integrity) continue;
		const name = locked.name ?? place.split('node_modules/').at(-1);
		locked.resolved = `${registry}${name}/-/${name.split('/').at(-1)}-${locked.version}.tgz`;
	}
}

function registryOf(folder) {
	const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], { cwd: folder, shell });
	return String(stdout).trim().replace(/\/?$/, '/');
}

/** Without the hundreds of warnings for packages of n8n that want another Node.js. */
function ci(folder, ...parameters) {
	const settings = { cwd: folder, stdio: 'inherit', shell };
	const { error, status } = spawnSync('npm', ['ci', '--loglevel=error', ...parameters], settings);
	if (error) console.error(`Could not start "npm": ${error.message}`);
	return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(npmCi(process.argv[2]));
