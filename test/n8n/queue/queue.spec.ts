import { lockKey, testLocks } from './lockTests';
import { startQueueN8n, type QueueN8n } from './queueN8n';
import { testTrigger, triggerKey } from './triggerTests';

// One start for both: it takes longer than what they try.
describe('n8n in queue mode, with two workers', () => {
	let n8n: QueueN8n;
	beforeAll(async () => {
		n8n = await startQueueN8n();
	});
	afterAll(() => n8n.stop());

	describe('The trigger', () => testTrigger(() => n8n));

	describe('Lock', () => testLocks(() => n8n));

	it.each([triggerKey, lockKey])(
		'leaves no trace of the key %s in n8n, PostgreSQL and Redis',
		async (key) => {
			expect(await n8n.tracesOf(key)).toEqual([]);
		},
	);
});
