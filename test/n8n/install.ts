import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { n8nFolder, n8nModules, projectFolder } from './folders';
import { findNode, requireNode } from './nodeRuntime';
import { runProgram } from './runProgram';

/** n8n's database driver in the folder of a version's packages. */
const sqliteIn = (modules: string) =>
	path.join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
const sqliteBinding = sqliteIn(n8nModules);

/** Whether n8n and its database driver are installed as the lockfile wants them. */
export function isN8nInstalled(): boolean {
	return packagesAreCurrent() && existsSync(sqliteBinding);
}

/**
 * Installs n8n from its lockfile and compiles its database driver
 * (about a minute); does only what isn't done yet.
 *
 * @param onLine gets what npm writes
 * @throws Error that tells what is missing on this machine, or how npm ended.
 */
export async function installN8n(onLine: (line: string) => void): Promise<void> {
	requireNode();
	if (!packagesAreCurrent()) {
		const npmCi = path.join(projectFolder, 'test', 'npmCi.mjs');
		await runProgram(process.execPath, [npmCi, n8nFolder], { folder: n8nFolder, onLine });
	}
	if (!existsSync(sqliteBinding) && !takeSqliteOfOther()) await buildSqlite(onLine);
}

/** Whether what the lockfile asks for is there, packages for other platforms aside. */
function packagesAreCurrent(): boolean {
	const installed = path.join(n8nModules, '.package-lock.json');
	if (!existsSync(installed)) return false;
	const present = readPackages(installed);
	const wanted = Object.entries(readPackages(path.join(n8nFolder, 'package-lock.json')));
	// The nameless one is the folder itself.
	return wanted.every(
		([name, locked]) =>
			name === '' ||
			present[name]?.version === locked?.version ||
			(locked?.optional && !present[name]),
	);
}

/** The packages of a lockfile by their folder. */
type Locked = Record<string, { version: string; optional?: boolean } | undefined>;

function readPackages(lockfile: string): Locked {
	return (JSON.parse(readFileSync(lockfile, 'utf8')) as { packages: Locked }).packages;
}

/**
 * Takes the driver that was made for another version of n8n here, where that wants the same: it runs with
 * any Node.js, for it was made against Node-API.
 *
 * @returns whether there was one
 */
function takeSqliteOfOther(): boolean {
	const versionIn = (modules: string): unknown => {
		const file = path.join(modules, 'sqlite3', 'package.json');
		return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as IDataObject).version;
	};
	const versions = path.dirname(n8nFolder);
	const other = readdirSync(versions)
		.map((version) => path.join(versions, version, 'node_modules'))
		.find(
			(modules) => versionIn(modules) === versionIn(n8nModules) && existsSync(sqliteIn(modules)),
		);
	if (!other) return false;
	mkdirSync(path.dirname(sqliteBinding), { recursive: true });
	copyFileSync(sqliteIn(other), sqliteBinding);
	return true;
}

/**
 * Runs the install script of this one package: it downloads a binding made for this platform, or
 * compiles one.
 */
async function buildSqlite(onLine: (line: string) => void): Promise<void> {
	const { program, headers } = findNode();
	const environment = {
		PATH: [path.dirname(program), process.env.PATH].join(path.delimiter),
		...(headers && { npm_config_nodedir: headers }),
		// Compiled in a third of the time, and fast enough for tests.
		CFLAGS: '-O1',
	};
	try {
		await runProgram('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], {
			folder: n8nFolder,
			environment,
			onLine,
		});
	} catch (error) {
		const missing = missingBuildTools();
		if (missing.length === 0) throw error;
		throw new Error(howToGet(missing), { cause: error });
	}
}

function missingBuildTools(): string[] {
	const isMissing = (tool: string) => spawnSync(tool, ['--version']).status !== 0;
	return ['python3', 'make', 'c++'].filter(isMissing);
}

function howToGet(missing: string[]): string {
	const ways = [
		'Debian and Ubuntu: apt-get install python3 make g++',
		'macOS: xcode-select --install',
		'others: https://github.com/nodejs/node-gyp#installation',
	];
	return [
		"n8n's database driver (npm package sqlite3) has to be compiled on this machine, " +
			`and these are missing: ${missing.join(', ')}. Install them and try again.`,
		...ways.map((way) => `  ${way}`),
	].join('\n');
}
