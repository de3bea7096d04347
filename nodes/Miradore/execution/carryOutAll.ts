import type { Connection } from '../transport/connection';
import { groupEqual, type Equals } from './equal';
import type { Memory } from './memory';
import type { Sender } from './sender';
import { shareOutcome, type ReadyTask, type Task } from './task';
import { carryOut, mayGoOut, type RunState } from './worker';

/** What the tasks of a run share whatever their sites are. */
interface Shared extends Omit<RunState, keyof Sender | 'waiting'>, Pick<Sender, 'over'> {
	/** Keeps what became of commands; undefined for reads. */
	memory?: Memory;
}

/**
 * Carries tasks out side by side: what an earlier try did isn't sent again, and what is equal is sent
 * once for all that ask for it.
 *
 * @param open gives the way of a connection through this run
 */
export async function carryOutAll(
	tasks: ReadyTask[],
	{ memory, ...shared }: Shared,
	open: (connection: Connection) => Omit<Sender, 'over'>,
): Promise<void> {
	for (const task of tasks) memory?.recall(task);
	const groups = groupEqual(tasks, shared.operation);
	const waiting = new Set(groups.flat().flatMap(toBeSent));
	const stateOf = ({ order }: ReadyTask) => ({ ...open(order.connection), ...shared, waiting });
	await shared.guarding.readAhead([...waiting]);
	await Promise.all(groups.map((same) => carryOutOnce(same, stateOf, memory)));
}

/** The first of equal tasks, which stands for the others; none where an earlier try did it. */
function toBeSent(equals: Equals): ReadyTask[] {
	return equals.filter(({ isRecalled }) => !isRecalled).slice(0, 1);
}

/** Sends what is equal once, and gives each input item what became of it. */
async function carryOutOnce(
	same: Equals[],
	stateOf: (task: ReadyTask) => RunState,
	memory: Memory | undefined,
): Promise<void> {
	let sent: Task | undefined = same.flat().find(({ isRecalled }) => isRecalled);
	for (const equals of same) {
		const [task, ...others] = equals.filter(({ isRecalled }) => !isRecalled);
		if (!(task as Task | undefined)) continue;
		const state = stateOf(task);
		if (!sent) await carryOut(task, state);
		else if (await mayGoOut(task, state)) {
			shareOutcome(sent, task);
			memory?.remember(task);
		}
		if ((task.results && !task.isHeldBack) || task.failure?.isOpen) sent = task;
		for (const other of others) {
			shareOutcome(task, other);
			memory?.remember(other);
		}
	}
}
