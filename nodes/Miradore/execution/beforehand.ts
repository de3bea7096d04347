import { UserError } from 'n8n-workflow';
import { addressOf, describeSite } from '../transport/site';
import type { Memory } from './memory';
import { holdBack, optionsOf, type ReadyTask, type Task } from './task';
import { mayGoOut, type RunState } from './worker';

/**
 * Keeps to the smallest 'Maximum Devices' that an item has.
 *
 * @param memory has the devices that the node was about before in this execution, and gets those of the tasks
 * @throws UserError when there would be more devices; nothing has been sent then
 */
export function refuseTooMany(tasks: Task[], memory: Memory): void {
	const most = tasks.reduce(
		(least, task) => Math.min(least, Number(optionsOf(task).maximumDevices ?? Infinity)),
		Infinity,
	);
	if (most === Infinity) return;
	const { devices } = memory;
	const before = Object.keys(devices).length;
	const all = { ...devices };
	for (const { order, subject } of tasks) {
		if (order) all[`${describeSite(order.connection.site)} ${String(subject.deviceId)}`] = true;
	}
	const count = Object.keys(all).length;
	if (count <= most) {
		Object.assign(devices, all);
		return;
	}
	const about = before === 0 ? 'This run is' : `With ${before} before, this execution would be`;
	throw new UserError(`${about} about ${count} devices, and 'Maximum Devices' is ${most}`, {
		description: 'Nothing was sent. Check the input items, or raise the option.',
	});
}

/**
 * Gives tasks with the option 'Dry Run' the request itself as their result, without the key, or why
 * their devices would be left out.
 *
 * @param state settles a task that is left out, or of which that could not be found out
 */
export async function showDryRuns(
	tasks: ReadyTask[],
	state: Pick<RunState, 'guarding' | 'over' | 'settle'>,
): Promise<void> {
	const waiting = new Set(tasks);
	await state.guarding.readAhead(tasks);
	for (const task of tasks) {
		if (!(await mayGoOut(task, { ...state, waiting }))) continue;
		const { request, connection } = task.order;
		const { method, body } = request;
		const url = addressOf(connection.site, request);
		holdBack(task, 'dryRun', { method, url, ...(body && { body }) });
	}
}
