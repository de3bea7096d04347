import { randomUUID } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { keyOf } from './activation';

/** Stands in a state for the process that wrote it. */
export const writer = randomUUID().slice(0, 8);

/** What this process knows of the state of a trigger, beside what n8n has saved. */
interface Known {
	workflowId?: string;
	nodeName: string;
	/** The state of another process that this one went on from. */
	from?: string;
	/**
	 * The state with which n8n started the last execution, or activated the workflow. n8n saves it only after
	 * that, so that an activation at this moment finds an older one, and would tell the same again.
	 */
	told?: IDataObject;
	/** The last number that was given to a poll, also where n8n keeps nothing of it. */
	turn?: number;
}

/** By workflow and node. */
const known = new Map<string, Known>();

/**
 * The number of a poll that works on a state whose last poll had the number `turn`. A later one of this process
 * has a higher number, also where n8n has loaded an older state for it.
 */
export function nextTurn(context: IPollFunctions, turn: number): number {
	const next = Math.max(turn, known.get(keyOf(context))?.turn ?? 0) + 1;
	know(context, { turn: next });
	return next;
}

/** Takes note that n8n keeps what the poll found, and starts an execution with it where it is anything. */
export function noteTold(context: IPollFunctions): void {
	know(context, { told: copyOf(context.getWorkflowStaticData('node')) });
}

/** Has everything noted that n8n starts an execution with from now on. It doesn't call `__emit` for what it drops. */
export function followTold(context: IPollFunctions): void {
	const emit = context.__emit;
	context.__emit = (...parameters) => {
		refreshOthers(context);
		emit(...parameters);
		noteTold(context);
	};
}

/** Forgets all, for what was told before counts no more. */
export function forgetTold(context: IPollFunctions): void {
	known.delete(keyOf(context));
}

/** Makes the state that n8n has loaded the one that was told last, where that is later. */
export function catchUp(context: IPollFunctions, data: IDataObject): void {
	const { from, told } = known.get(keyOf(context)) ?? {};
	const stamp = [data.writer, data.series, data.turn].join(' ');
	if (data.writer !== writer && stamp !== from) {
		// What another process has told since isn't known here.
		known.delete(keyOf(context));
		know(context, { from: stamp });
	} else if (told && isLater(told, data)) replaceBy(data, copyOf(told));
}

function know(context: IPollFunctions, news: Partial<Known>): void {
	const place = { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
	known.set(keyOf(context), { ...known.get(keyOf(context)), ...news, ...place });
}

/** What n8n's contexts have beside their public functions. */
interface Inside {
	workflow?: { staticData?: IDataObject };
}

/**
 * n8n 2 loads the workflow anew for a trigger that was edited alone. The other triggers keep theirs, and n8n
 * saves the states of all as that one has them which tells something.
 */
function refreshOthers(context: IPollFunctions): void {
	const { staticData } = (context as Inside).workflow ?? {};
	const { id } = context.getWorkflow();
	const own = context.getNode().name;
	for (const { workflowId, nodeName, told } of known.values()) {
		const key = `node:${nodeName}`;
		const isOther = workflowId === id && nodeName !== own;
		if (staticData && told && isOther && isLater(told, staticData[key] as IDataObject | undefined))
			staticData[key] = copyOf(told);
	}
}

/** Series of polls with the same choices are counted, and so are the polls in them: a clock may be set back. */
function isLater(one: IDataObject, other: IDataObject = {}): boolean {
	const series = Number(one.series) - Number(other.series ?? 0);
	const turn = Number(one.turn) - Number(other.turn ?? 0);
	return series > 0 || (series === 0 && turn > 0);
}

/** A copy of a state, which is JSON. */
export function copyOf(data: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}

/** Makes one state of another; n8n watches each change of its own object. */
export function replaceBy(data: IDataObject, other: IDataObject): void {
	for (const name of Object.keys(data)) delete data[name];
	Object.assign(data, other);
}
