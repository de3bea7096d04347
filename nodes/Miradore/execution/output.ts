import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { groupBy } from '../values/groupBy';
import { withInputFields } from './inputFields';
import type { AddHint, Asked, Bundle, Operation, Part } from './operation';
import { isReady, toExecutionData, type ReadyTask, type Task } from './task';

/**
 * The items of a run, in the order of the input items. Where the operation puts several input items
 * together, their item stands in the place of the first and is linked to all.
 */
export async function toOutput(
	context: IExecuteFunctions,
	{ bundling, withoutItems }: Operation,
	tasks: Task[],
	addHint: AddHint,
): Promise<INodeExecutionData[]> {
	const isTerse = context.getNode().onError === 'continueErrorOutput';
	const ready = tasks.filter(isReady);
	const empty = ready.filter(({ results }) => results?.length === 0);
	if (withoutItems && empty.length > 0) {
		addHint(withoutItems(empty.map(toAsked)));
	}
	const inBundles = ready.filter((task) => nameOfBundle(bundling, task) !== undefined);
	const groups = groupBy(inBundles, (task) => nameOfBundle(bundling, task));
	const given = new Map<Task, Promise<INodeExecutionData[]>>();
	for (const group of groups) given.set(group[0], makeItem(context, bundling, group));
	const bundled = new Set<Task>(groups.flat());
	const items = tasks.map(async (task) => {
		const made = bundled.has(task)
			? ((await given.get(task)) ?? [])
			: toExecutionData(task, isTerse);
		return withInputFields(context, task, made);
	});
	return (await Promise.all(items)).flat();
}

function toAsked({ order: { values, question } }: ReadyTask): Asked {
	return { values, ...(question && { clue: question.clue }) };
}

/** The bundle that a task belongs to; undefined where its results are items already. */
function nameOfBundle(bundling: Operation['bundling'], task: ReadyTask): string | undefined {
	if (!bundling || !task.results || task.results.length === 0) return undefined;
	const name = bundling.nameOf(task.order.values);
	return name === '' ? `${task.items.join()} alone` : name;
}

async function makeItem(
	{ helpers }: IExecuteFunctions,
	bundling: Operation['bundling'],
	tasks: ReadyTask[],
): Promise<INodeExecutionData[]> {
	const parts = tasks.map((task): Part => ({ ...toAsked(task), results: task.results ?? [] }));
	const made: Bundle | undefined = bundling?.make(parts);
	if (!made) return [];
	const { file, json } = made;
	const origins = tasks.flatMap(({ items }) => items.map((item) => ({ item })));
	const pairedItem = origins.length === 1 ? origins[0] : origins;
	if (!file) return [{ json, pairedItem }];
	const bytes = Buffer.from(file.text, 'utf8');
	const data = await helpers.prepareBinaryData(bytes, file.name, file.mimeType);
	return [{ json, binary: { data }, pairedItem }];
}
