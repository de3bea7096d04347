import { UserError, type IExecuteFunctions } from 'n8n-workflow';
import { addressOf, readSite } from '../transport/site';
import { optionsOf, type Task } from './task';

/**
 * Keeps to the smallest 'Maximum Devices' that an item has.
 *
 * @throws UserError when the run is about more devices; nothing has been sent then
 */
export function refuseTooMany(tasks: Task[]): void {
	const limits = tasks.map((task) => Number(optionsOf(task).maximumDevices ?? Infinity));
	const most = Math.min(...limits);
	const count = new Set(tasks.map(({ name }) => name)).size;
	if (count <= most) return;
	throw new UserError(`This run is about ${count} devices, and 'Maximum Devices' is ${most}`, {
		description: 'Nothing was sent. Check the input items, or raise the option.',
	});
}

/** Gives the tasks with the option 'Dry Run' the request itself as their result, without the key. */
export async function showDryRuns(context: IExecuteFunctions, tasks: Task[]): Promise<void> {
	const dry = tasks.filter((task) => optionsOf(task).dryRun);
	if (dry.length === 0) return;
	const site = readSite(await context.getCredentials('miradoreApi'));
	for (const task of dry) {
		if (!task.order) continue;
		const { method, body } = task.order.request;
		const url = addressOf(site, task.order.request);
		task.results = [{ dryRun: true, ...task.subject, method, url, ...(body && { body }) }];
	}
}
