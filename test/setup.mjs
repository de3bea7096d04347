// Runs a command of this project and first installs what it needs: `node test/setup.mjs jest …`.
// It is started on fresh clones, so it uses nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCi } from './npmCi.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;

const settings = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
	console.error(
		`Node.js ${oldestNode} or newer is needed; this is ${process.version}. Get it from https://nodejs.org`,
	);
	process.exit(1);
}

/** Whether node_modules holds what the lockfile asks for, packages for other platforms aside. */
function isInstalled() {
	const installed = path.join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(installed)) return false;
	const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
	const present = read(installed);
	const wanted = Object.entries(read(path.join(root, 'package-lock.json')));
	return wanted.every(
		([name, { optional, version }]) =>
			name === '' || present[name]?.version === version || (optional && !present[name]),
	);
}

if (!isInstalled()) {
	console.log('Installing the development packages (about 1.2 GB, up to two minutes)…');
	const status = npmCi(root);
	if (status !== 0) {
		console.error(
			'npm ci did not succeed. Check the connection to the npm registry and try again.',
		);
		process.exit(status);
	}
}

/** Runs a command until its end, which comes at the latest when npm is gone that started this one. */
function runToEnd(command, parameters) {
	// tsx's own command kills what it runs, and so what that would clean up, where it is too busy to answer a
	// signal within some milliseconds.
	const child =
		command === 'tsx'
			? spawn(process.execPath, ['--import', 'tsx', ...parameters], { ...settings, shell: false })
			: spawn(path.join(root, 'node_modules', '.bin', command), parameters, settings);
	// A terminal sends it to the command, too.
	process.on('SIGINT', () => {});
	for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	const starter = process.ppid;
	setInterval(() => process.ppid !== starter && child.kill('SIGTERM'), 1000).unref();
	child.on('error', (error) => {
		console.error(`Could not start "${command}": ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code) => process.exit(code ?? 1));
}

const [command, ...parameters] = process.argv.slice(2);

// `--n8n <version>` is for test/n8n; Jest refuses parameters that it doesn't know.
const choice = parameters.indexOf('--n8n');
if (choice >= 0) [, process.env.N8N_FOR_TESTS = ''] = parameters.splice(choice, 2);
runToEnd(command, parameters);
