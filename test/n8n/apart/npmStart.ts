import { spawn } from 'node:child_process';
import { projectFolder } from '../folders';
import { waitUntil } from '../waitUntil';

/** `npm start` in a process group of its own, like a command in a terminal. */
export class NpmStart {
	/** All that it has written so far. */
	output = '';

	/** Comes at its end; null where a signal ended it. */
	readonly exitCode: Promise<number | null>;

	private readonly child;

	/**
	 * @param temporaryFolder for all that it starts, too
	 * @param parameters behind `npm start --`
	 * @param environment variables beside those of this process
	 */
	constructor(temporaryFolder: string, parameters: string[], environment: NodeJS.ProcessEnv = {}) {
		this.child = spawn('npm', ['start', '--', ...parameters], {
			cwd: projectFolder,
			detached: true,
			// All that it starts inherits the folder, and by it remains can be found.
			env: { ...withoutRealSite(), TMPDIR: temporaryFolder, ...environment },
		});
		const collect = (part: Buffer) => (this.output += part.toString());
		this.child.stdout.on('data', collect);
		this.child.stderr.on('data', collect);
		this.exitCode = new Promise((resolve) => this.child.once('close', resolve));
	}

	/** Waits until it has written a text, and expects that it has. */
	async waitFor(text: string): Promise<void> {
		await waitUntil(() => this.output.includes(text), 100);
		expect(this.output).toContain(text);
	}

	/** Signals npm, and all that it started unless told otherwise. */
	signal(signal: NodeJS.Signals, toGroup = true): void {
		const pid = this.child.pid ?? 0;
		process.kill(toGroup ? -pid : pid, signal);
	}
}

/** The environment without the site or the package that somebody may have set for `npm start`. */
function withoutRealSite(): NodeJS.ProcessEnv {
	const entries = Object.entries(process.env);
	return Object.fromEntries(
		entries.filter(([name]) => !/^MIRADORE_|^N8N_PACKAGE_FOR_TESTS$/.test(name)),
	);
}
