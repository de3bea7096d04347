import type { Connection } from '../transport/connection';
import { groupBy } from '../values/groupBy';
import type { Operation } from './operation';
import { isReady, type Task } from './task';

/**
 * Makes one task of all that can be carried out, where the operation takes all items at once: one for
 * each site, and for each set of options, for some may only be shown.
 */
export function gatherTasks(tasks: Task[], { gather, request }: Operation): Task[] {
	if (!gather) return tasks;
	const connections = new Map<Connection, number>();
	const groups = groupBy(tasks.filter(isReady), ({ order: { connection, values } }) => {
		connections.set(connection, connections.get(connection) ?? connections.size);
		return JSON.stringify([connections.get(connection), values.options]);
	});
	const gathered = groups.map((ready): Task => {
		const { connection } = ready[0].order;
		const values = gather(ready.map(({ order }) => order.values));
		return {
			items: ready.flatMap(({ items }) => items),
			subject: {},
			name: '',
			order: { values, request: request(values), connection },
		};
	});
	return [...gathered, ...tasks.filter(({ order }) => !order)];
}
