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

	it.each([false, true])(
		'with Save execution progress: %s',
		async (saveExecutionProgress) => {
			site.clearRequests();
			site.latency = 300;
			const path = `crash-${saveExecutionProgress}`;
			const options = { maxParallelRequests: 1 };
			const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
			const row = inARow(path, [webhookTrigger('Webhook', path)], [splitIds(), lock]);
			const settings = { ...row.settings, saveExecutionProgress };
			const workflow = await n8n.client.createWorkflow({ ...row, settings });
			await n8n.client.publish(workflow);
			await fire(`${n8n.url}/webhook/${path}`, ids);
			await waitUntil(() => site.requests.length >= 8, 60);
			await n8n.workers[0].restart(() => (site.latency = 0), 'crash');
			const before = counts();
			const failed = async () =>
				(await n8n.client.executions(workflow)).filter(
					({ status }) => !['new', 'running', 'waiting'].includes(status),
				);
			await waitUntil(async () => (await failed()).length > 0, 120);
			const [{ id, status }] = await failed();
			const after = counts();
			const retry = await n8n.client.retry(id).catch((error: Error) => error.message);
			const retried =
				typeof retry === 'string' ? undefined : await n8n.client.waitForExecution(retry.id);
			console.log(
				JSON.stringify({
					saveExecutionProgress,
					status,
					before,
					after,
					retry,
					retried: retried?.status,
					failure: retried && failureOf(retried),
					hints: retried?.data.resultData.runData.Lock?.map(({ hints }) => hints),
					then: counts(),
				}),
			);
		},
		300_000,
	);
});
