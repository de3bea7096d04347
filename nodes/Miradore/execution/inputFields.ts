import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { optionsOf, type Task } from './task';

/** What only the node itself says of an item; that of an earlier command isn't true of this one. */
const reserved = ['error', 'success', 'outcome', 'reason', 'confirmed', 'deleted', 'foundBy'];

/**
 * Adds the fields of the input item to what was made of it, where 'Include Input Fields' is on. What the
 * node gives wins over a field of the same name. An input's `error` stays out: n8n would take the item
 * for a failed one, and run the node again.
 *
 * @param made items of one task; failed ones have their `error`, and stay as n8n's error branch needs them
 */
export function withInputFields(
	context: IExecuteFunctions,
	task: Task,
	made: INodeExecutionData[],
): INodeExecutionData[] {
	if (!optionsOf(task).includeInputFields || task.failure) return made;
	const inputs = context.getInputData();
	return made.map((item) => {
		const { pairedItem } = item;
		// One item of several inputs is none of theirs alone.
		if (typeof pairedItem !== 'object' || Array.isArray(pairedItem)) return item;
		const fields = { ...inputs[pairedItem.item].json };
		for (const name of reserved) delete fields[name];
		return { ...item, json: { ...fields, ...item.json } };
	});
}
