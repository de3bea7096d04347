import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watchMemory } from '../bench/memory';
import type { Outcome, Run } from '../core/execute';
import { bundle, type Bundle } from './bundle';

/** What a test has to know of a run, small enough to be handed from process to process. */
export interface Summary {
	/** How many items came out. */
	items: number;
	/** The beginning of the first item, as JSON; `null` where there is none. */
	first: string;
	/** The error that stopped the node. */
	error?: Pick<NonNullable<Outcome['error']>, 'name' | 'message' | 'description'>;
	/** Characters of what n8n would save of the execution. */
	savedLength: number;
	/** Whether the key is anywhere in that. */
	holdsKey: boolean;
}

/** A run in a process of its own. */
export interface Measured extends Summary {
	/** Megabytes of memory beyond what the process used before; undefined where it can't be measured. */
	peak: number | undefined;
}

/** Megabytes that the values of the process may take: a run that needs more ends it. */
const heapLimit = 700;

/** A process that runs the node; it is started anew after it crashed. */
export class NodeProcess {
	private child?: ChildProcess;

	/** The end of what it wrote about mistakes. */
	private lastWords = '';

	private constructor(private readonly program: Bundle) {}

	static async prepare(): Promise<NodeProcess> {
		return new NodeProcess(await bundle('worker.ts'));
	}

	/** @throws Error when the process ends before the run does, which is a crash */
	async run(run: Run): Promise<Measured> {
		const child = (this.child ??= await this.start());
		const used = watchMemory(child.pid as number);
		child.send(run);
		const summary = (await this.messageOf(child)) as Summary;
		return { ...summary, peak: used() };
	}

	async stop(): Promise<void> {
		const { child } = this;
		if (child?.kill()) await once(child, 'exit');
		this.program.remove();
	}

	private async start(): Promise<ChildProcess> {
		const { file, environment } = this.program;
		const child = fork(file, {
			execArgv: ['--expose-gc', `--max-old-space-size=${heapLimit}`],
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		this.lastWords = '';
		child.stderr?.on('data', (data: Buffer) => {
			this.lastWords = (this.lastWords + data.toString()).slice(-2000);
		});
		await this.messageOf(child);
		return child;
	}

	private async messageOf(child: ChildProcess): Promise<unknown> {
		const over = new AbortController();
		const { signal } = over;
		const crash = once(child, 'exit', { signal }).then(([code, cause]) => {
			this.child = undefined;
			throw new Error(
				`The process of the node ended with ${String(cause ?? code)}:\n${this.lastWords}`,
			);
		});
		try {
			const [message] = (await Promise.race([
				once(child, 'message', { signal }),
				crash,
			])) as unknown[];
			return message;
		} finally {
			over.abort();
			crash.catch(() => undefined);
		}
	}
}
