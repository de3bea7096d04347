import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import { failureOf } from '../executions';
import { waitUntil } from '../waitUntil';
import { inARow, miradore, splitIds, webhookTrigger } from '../workflows';
import { commandCounts, fire } from './fleet';
import { startQueueN8n, type QueueN8n } from './queueN8n';

const ids = Array.from({ length: 20 }, (_, index) => index + 1);

/** What README says of a worker that crashes and is there again: n8n keeps nothing of a node in it. */
describe('n8n in queue mode, whose worker crashes with some of 20 devices locked and starts again', () => {
	let n8n: QueueN8n;
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		n8n = await startQueueN8n();
		// The one that is left has nobody to take its work over.
		await n8n.workers[1].kill();
		site = await startSimulator();
		for (const device of site.fleet.devices) device.status = 'Active';
		credentialId = await n8n.client.createCredential('Miradore', credentialOf(site));
	}, 600_000);

	afterAll(async () => {
		await site?.stop();
		await n8n?.stop();
	});

	const counts = () => commandCounts(site, ids);

	/**
	 * Starts a workflow that locks all, crashes it when eight are locked and the ninth waits, and gives how
	 * it ended.
	 */
	async function crash(name: string, saveExecutionProgress: boolean, withMain: boolean) {
		site.clearRequests();
		let goOn = () => {};
		const goesOn = new Promise<void>((resolve) => (goOn = resolve));
		site.addFault({ before: () => (site.requests.length > 8 ? goesOn : undefined) });
		const options = { maxParallelRequests: 1 };
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const row = inARow(name, [webhookTrigger('Webhook', name)], [splitIds(), lock]);
		const settings = { ...row.settings, saveExecutionProgress };
		const workflow = await n8n.client.createWorkflow({ ...row, settings });
		await n8n.client.publish(workflow);
		await fire(`${n8n.url}/webhook/${name}`, ids);
		await waitUntil(() => site.requests.length > 8, 60);
		const crashed = [n8n.workers[0], ...(withMain ? [n8n.main] : [])];
		await Promise.all(crashed.map((one) => one.restart(() => {}, 'crash')));
		site.clearFaults();
		goOn();
		const ended = async () =>
			(await n8n.client.executions(workflow)).filter(
				({ status }) => !['new', 'running'].includes(status),
			);
		await waitUntil(async () => (await ended()).length > 0, 120);
		return (await ended())[0];
	}

	it.each([
		['a worker', false, false],
		['a worker, where it saves the progress', true, false],
		['all processes', false, true],
		['all processes, where it saves the progress', true, true],
	])(
		"after a crash of %s, n8n's Retry sends nothing, or all again with a warning",
		async (_, saveExecutionProgress, withMain) => {
			const name = `crash-${saveExecutionProgress}-${withMain}`;
			const { id, status } = await crash(name, saveExecutionProgress, withMain);
			const before = counts();
			expect(Math.max(...before)).toBe(1);
			expect(Math.min(...before)).toBe(0);
			const retried = await n8n.client.waitForExecution((await n8n.client.retry(id)).id);
			console.info(`${name}: ${status}, its Retry ${retried.status}`);
			// Which of n8n's processes notices the crash first is by chance.
			if (status === 'error') {
				expect([retried.status, counts()]).toEqual(['error', before]);
				expect(failureOf(retried)).toContain('failed to be processed too many times');
				return;
			}
			expect([status, retried.status]).toEqual(['crashed', 'success']);
			expect(counts()).toEqual(before.map((count) => count + 1));
			const hints = retried.data.resultData.runData.Lock[0].hints ?? [];
			expect(hints.map(({ message }) => message).join()).toContain(
				'may have got the command twice',
			);
		},
		300_000,
	);
});
