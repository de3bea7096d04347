import { existsSync } from 'node:fs';
import path from 'node:path';
import { n8nModules } from './folders';

/** A Node.js that n8n runs on. */
export interface NodeRuntime {
	/** The path of its program. */
	program: string;
	/** A folder whose `include/node` holds its headers, for compiling native packages. */
	headers?: string;
}

const oldestNode = 24;

/** Whether the Node.js that runs this is new enough for n8n. */
export function ownNodeIsEnough(): boolean {
	return Number(process.versions.node.split('.')[0]) >= oldestNode;
}

/**
 * The Node.js for n8n: the one that runs this where it is new enough, else the one that n8n's
 * folder gets from npm, which is there once n8n is installed.
 *
 * @throws Error that tells what to install where neither is there.
 */
export function findNode(): NodeRuntime {
	const own = { program: process.execPath, folder: path.resolve(process.execPath, '..', '..') };
	const { program, folder } = ownNodeIsEnough() ? own : packagedNode();
	const hasHeaders = existsSync(path.join(folder, 'include', 'node', 'node_api.h'));
	return hasHeaders ? { program, headers: folder } : { program };
}

/**
 * Checks before anything is downloaded that n8n will have a Node.js to run on.
 *
 * @throws Error that tells what to install.
 */
export function requireNode(): void {
	const packaged = ['linux-x64', 'linux-arm64', 'win-x64'];
	if (!ownNodeIsEnough() && !packaged.includes(platformName())) throw new Error(nodeIsMissing());
}

function packagedNode() {
	const folder = path.join(n8nModules, `node-${platformName()}`);
	const program = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (!existsSync(program)) throw new Error(nodeIsMissing());
	return { program, folder };
}

function platformName(): string {
	return `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function nodeIsMissing(): string {
	return (
		`n8n needs Node.js ${oldestNode} or newer. This is ${process.version}, and npm has none for ` +
		`${platformName()}: get it from https://nodejs.org and try again.`
	);
}
