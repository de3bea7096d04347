import { groupBy } from '../values/groupBy';
import type { Operation } from './operation';
import { describeRequest, type Order, type ReadyTask } from './task';

/** Tasks that are the same in everything but their input item. */
export type Equals = ReadyTask[];

/**
 * Puts together what is to be sent once: the tasks of equal commands, whatever their options are, and
 * within them those whose values are equal, too. A read whose options differ is another one.
 */
export function groupEqual(tasks: ReadyTask[], { effect }: Operation): Equals[][] {
	const byRequest = groupBy(tasks, ({ order }) => keyOf(order));
	const groups = byRequest.map((same) =>
		groupBy(same, ({ order }) => JSON.stringify([order.values, order.question?.clue])),
	);
	return effect === 'command' ? groups : groups.flatMap((same) => same.map((equals) => [equals]));
}

/** Two keys for one site may be allowed different things. */
function keyOf(order: Order): string {
	return `${order.connection.site.apiKey} ${describeRequest(order)}`;
}
