import type { Task } from './task';

/**
 * Tells after a stop which commands Miradore accepted and which it never got, so that nobody has to
 * guess which devices were acted on. HTML lines.
 */
export function reportStop(tasks: Task[]): string {
	const list = (isListed: (task: Task) => unknown) =>
		tasks
			.filter(isListed)
			.map(({ name, items }) => name || `item ${items.join(', ')}`)
			.join(', ');
	const isHeldBack = ({ results = [] }: Task) =>
		results.some(({ skipped, dryRun }) => skipped || dryRun);
	const isRefused = ({ failure }: Task) => failure && !failure.isFromApi;
	const lines = {
		'Sent to Miradore': list((task) => task.results && !isHeldBack(task)) || 'none',
		'Not known whether carried out': list(({ failure }) => failure?.isOpen),
		Failed: list(({ failure }) => failure?.isFromApi && !failure.isOpen),
		'Not sent':
			list((task) => isHeldBack(task) || isRefused(task) || (!task.results && !task.failure)) ||
			'none',
	};
	return Object.entries(lines)
		.filter(([, names]) => names)
		.map(([label, names]) => `${label}: ${names}.`)
		.join('<br>');
}
