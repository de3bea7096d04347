import { ApiFailure } from '../transport/apiFailure';
import type { Connection } from '../transport/connection';
import type { SendOne } from '../transport/request';
import { describeSite } from '../transport/site';
import { Clue, type Directory } from './directory';
import { describeFailure } from './failure';
import type { Field } from './field';
import { createLookUps, type LookUps, type Question } from './lookUps';
import type { Fields, Operation, Values } from './operation';
import type { Memory } from './memory';
import { isReady, type Draft, type Order, type Task } from './task';

/** The parameter by which an operation names a thing of a directory. */
interface Thing {
	name: string;
	label: string;
	directory: Directory;
}

/** Undefined where an operation is about no thing of a directory. */
export function thingOf({ fields }: Operation): Thing | undefined {
	const [name, field] =
		Object.entries(fields).find(([, { directory }]: [string, Field]) => directory) ?? [];
	if (!name || !field?.directory) return undefined;
	return { name, label: field.property.displayName, directory: field.directory };
}

/**
 * The draft of an order whose thing has to be looked up; undefined for values that are complete.
 *
 * @throws UserError for other values that don't go together: nothing is looked up then
 */
export function toDraft(
	operation: Operation,
	values: Values<Fields>,
	connection: Connection,
): Draft | undefined {
	const thing = thingOf(operation);
	const clue = thing && values[thing.name];
	if (!(clue instanceof Clue)) return undefined;
	operation.request({ ...values, [thing?.name ?? '']: anyId });
	return { values, connection, question: { connection, clue } };
}

/** Stands for an ID where a request is made only to see whether it can be. */
const anyId = 1;

/**
 * The look-ups of a run; undefined for an operation that names nothing that can be looked up.
 *
 * @param sendBy gives the way of a connection through this run
 */
export function createLookUpsFor(
	operation: Operation,
	tasks: Task[],
	sendBy: (connection: Connection) => SendOne,
): LookUps | undefined {
	const thing = thingOf(operation);
	if (!thing) return undefined;
	const attributes = tasks.flatMap(({ order, draft }) => {
		const values = (order ?? draft)?.values;
		return (values && operation.guard?.attributes(values)) ?? [];
	});
	return createLookUps(thing.directory, [...new Set(attributes)], sendBy);
}

/** What has to be asked to hold the thing of an order against conditions. */
export function questionOf({ connection, question, values }: Order, thing: Thing): Question {
	return question ?? { connection, clue: thing.directory.clueOf(Number(values[thing.name])) };
}

/**
 * Makes orders of drafts: looks up what the clues in them mean, such as serial numbers. A clue that
 * means no thing, or several, is a failure of its task.
 *
 * @param memory what earlier tries of the node have found isn't asked for again
 */
export async function resolve(
	operation: Operation,
	tasks: Task[],
	lookUps: LookUps | undefined,
	memory: Pick<Memory, 'found'>,
): Promise<void> {
	const thing = thingOf(operation);
	const drafts = tasks.flatMap((task) => (task.draft ? [{ task, draft: task.draft }] : []));
	if (!thing || !lookUps || drafts.length === 0) return;
	const { found } = memory;
	const placeOf = ({ connection: { site }, clue }: Question) => `${describeSite(site)} ${clue.key}`;
	const unknown = drafts.filter(({ draft }) => !found[placeOf(draft.question)]);
	await lookUps.ask(unknown.map(({ draft }) => draft.question));
	for (const { task, draft } of drafts) {
		const { question, connection } = draft;
		try {
			const id = found[placeOf(question)] ?? choose(thing, question, lookUps);
			found[placeOf(question)] = id;
			const values = { ...draft.values, [thing.name]: id };
			task.order = { values, request: operation.request(values), connection, question };
			const { by, value, text } = question.clue;
			task.subject = { [thing.name]: id, foundBy: { [by]: value }, ...task.subject };
			task.name = task.name.replace(text, () => `${thing.label} ${id} (${text})`);
		} catch (error) {
			task.failure = describeFailure(error, error instanceof ApiFailure ? task.name : undefined);
		}
		delete task.draft;
	}
}

function choose({ directory }: Thing, question: Question, lookUps: LookUps): number {
	const outcome = lookUps.find(question) ?? [];
	if (outcome instanceof ApiFailure) throw outcome;
	return directory.choose(question.clue, outcome);
}

/** Where tasks are about several sites, the same number may be a device at each. */
export function nameSites(tasks: Task[]): void {
	const ready = tasks.filter(isReady);
	const sites = new Set(ready.map(({ order }) => order.connection.site.name));
	if (sites.size < 2) return;
	for (const task of ready) if (task.name) task.name += ` (${task.order.connection.site.name})`;
}
