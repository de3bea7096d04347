import { ApiFailure } from '../transport/apiFailure';
import type { LookUps } from './lookUps';
import type { Operation } from './operation';
import { questionOf, thingOf } from './resolve';
import type { ReadyTask } from './task';

/** Holds the things that commands name against the conditions of an operation, right before each. */
export interface Guarding {
	/** Whether there are conditions for the task's command. */
	isGuarded(task: ReadyTask): boolean;
	/** Whether what was found out is recent enough for the command to be sent now. */
	isFresh(task: ReadyTask): boolean;
	/** Asks for all at once that is needed for these tasks. */
	readAhead(tasks: ReadyTask[]): Promise<void>;
	/**
	 * @param others further tasks that wait for their turn, and are asked for along
	 * @returns why the command isn't meant for its thing; undefined where it is
	 * @throws ApiFailure when that can't be found out
	 */
	findMismatch(task: ReadyTask, others: () => ReadyTask[]): Promise<string | undefined>;
}

/** @param lookUps reads what the guard asks for; undefined where the operation has no directory */
export function createGuarding(operation: Operation, lookUps: LookUps | undefined): Guarding {
	const { guard } = operation;
	const thing = thingOf(operation);
	if (!guard || !thing || !lookUps) return unguarded;
	const isGuarded = ({ order }: ReadyTask) => guard.attributes(order.values).length > 0;
	const ask = ({ order }: ReadyTask) => questionOf(order, thing);
	return {
		isGuarded,
		isFresh: (task) => !isGuarded(task) || lookUps.isFresh(ask(task)),
		readAhead: (tasks) => lookUps.ask(tasks.filter(isGuarded).map(ask)),
		async findMismatch(task, others) {
			if (!isGuarded(task)) return undefined;
			const question = ask(task);
			await lookUps.refresh(question, () => others().filter(isGuarded).map(ask));
			const outcome = lookUps.find(question) ?? [];
			if (outcome instanceof ApiFailure) throw outcome;
			// What a serial number names may have become another device since it was looked up.
			const meant = thing.directory.clueOf(Number(task.order.values[thing.name]));
			const item = outcome.find((found) => thing.directory.matches(meant, found));
			return guard.findMismatch(task.order.values, item);
		},
	};
}

const unguarded: Guarding = {
	isGuarded: () => false,
	isFresh: () => true,
	readAhead: async () => undefined,
	findMismatch: async () => undefined,
};
