import { groupEqual } from '../../nodes/Miradore/execution/equal';
import { gatherTasks } from '../../nodes/Miradore/execution/gather';
import type { Operation } from '../../nodes/Miradore/execution/operation';
import { reportStop } from '../../nodes/Miradore/execution/report';
import type { ReadyTask } from '../../nodes/Miradore/execution/task';
import { lock } from '../../nodes/Miradore/resources/device/lock';
import { batch } from '../../nodes/Miradore/resources/user/batch';
import { readSite } from '../../nodes/Miradore/transport/site';

// So many overflow the stack where they are handed over one by one, and take minutes where a list is
// copied for each of them.
const many = 130_000;
const connection = {
	site: readSite({ siteName: 'acme', apiKey: 'k' }),
	send: () => Promise.reject(new Error('Nothing is sent')),
};

/** A task of an operation for each of as many devices or users. */
const tasksOf = (operation: Operation, valuesOf: (index: number) => object): ReadyTask[] =>
	Array.from({ length: many }, (_, index) => {
		const values = valuesOf(index) as Record<string, unknown>;
		const order = { values, request: operation.request(values), connection };
		return { items: [index], subject: {}, name: `Device ${2 * index + 2}`, order };
	});

describe(`${many} items, each about another thing`, () => {
	it('are one command each', () => {
		const tasks = tasksOf(lock, (index) => ({ deviceId: index + 1, options: {} }));
		const groups = groupEqual(tasks, lock);
		expect(groups).toHaveLength(many);
		expect(groups.every(([[task]], index) => task === tasks[index])).toBe(true);
	});

	it('are one request where the operation takes all at once', () => {
		const tasks = tasksOf(batch, (index) => ({ userJson: { id: index }, options: {} }));
		const [gathered, ...others] = gatherTasks(tasks, batch);
		expect(others).toEqual([]);
		expect(gathered.items).toHaveLength(many);
		expect(gathered.order?.request.body).toHaveLength(many);
	});

	it('are reported, each once', () => {
		const tasks = tasksOf(lock, (index) => ({ deviceId: index + 1, options: {} }));
		const [sent, notSent] = reportStop(tasks);
		expect(sent).toBe('Sent to Miradore: none.');
		expect(notSent.split(', ')).toHaveLength(many);
	});
});
