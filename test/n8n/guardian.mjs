// Runs a program and ends it, with all that it started, as soon as this process's input closes.
// That happens however the starter ends, even when it is killed and can't clean up any more.
// Usage: node guardian.mjs <folder to remove in the end> <program> <parameters…>
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';

const millisecondsToEnd = 10_000;
const [folder, program, ...parameters] = process.argv.slice(2);

let child;
let isWanted = true;
let isPaused = false;

function start() {
	child = spawn(program, parameters, {
		// A process group of its own, so that its children can be ended with it.
		detached: true,
		windowsHide: true,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	child.on('error', (error) => {
		console.error(`Could not start ${program}: ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code) => {
		endGroup('SIGKILL');
		if (isPaused && isWanted) return;
		end(code);
	});
}

function end(code) {
	// When it ended by itself, the starter still wants to read what is in the folder.
	if (!isWanted) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	process.exit(isWanted ? (code ?? 1) : 0);
}

function resume() {
	isPaused = false;
	start();
}

function hasEnded() {
	return child.exitCode !== null || child.signalCode !== null;
}

function endGroup(signal) {
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Nothing of the group is left.
	}
}

start();

const signals = { pause: 'SIGTERM', crash: 'SIGKILL' };

// The starter may end the program for a while: `pause` or `crash`, and later `resume`.
process.stdin.on('data', (data) => {
	const signal = signals[data.toString().trim()];
	if (signal) {
		isPaused = true;
		endGroup(signal);
	} else if (hasEnded()) resume();
	// The starter may see earlier than this process that the program is gone.
	else child.once('exit', resume);
});
process.stdin.on('close', () => {
	isWanted = false;
	if (hasEnded()) end(0);
	endGroup('SIGTERM');
	setTimeout(() => endGroup('SIGKILL'), millisecondsToEnd);
});
