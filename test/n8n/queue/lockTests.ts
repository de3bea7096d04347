import { credentialOf } from '../../core/site';
import type { INode } from 'n8n-workflow';
import { startSimulator, type SimulatedSite } from '../../simulator';
import type { SavedWorkflow } from '../client';
import { failureOf, outputOf, type ExecutionSummary } from '../executions';
import { telltaleKey } from '../traces';
import { waitUntil } from '../waitUntil';
import {
	inARow,
	listDevices,
	miradore,
	scheduleTrigger,
	splitIds,
	webhookTrigger,
} from '../workflows';
import { batches, commandCounts, fire } from './fleet';
import { startedBy, type QueueN8n } from './queueN8n';

/** The key of the site that commands go to. */
export const lockKey = telltaleKey('queue');

const batchSize = 25;
const path = 'lock-devices';

/** The tests of commands in queue mode; one of the workers is gone after them. */
export function testLocks(n8nOf: () => QueueN8n): void {
	let n8n: QueueN8n;
	let site: SimulatedSite;
	let ids: number[];
	let lock: INode;
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		n8n = n8nOf();
		site = await startSimulator({ size: 600, apiKey: lockKey });
		const inUse = site.fleet.devices.filter(({ status }) => status !== 'Deleted');
		ids = inUse.slice(0, 500).map(({ id }) => id);
		const credentialId = await n8n.client.createCredential('Miradore', credentialOf(site));
		lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}');
		const nodes = [splitIds(), lock];
		const definition = inARow('Lock Devices', [webhookTrigger('Webhook', path)], nodes);
		workflow = await n8n.client.createWorkflow(definition);
		await n8n.client.publish(workflow);
	});

	beforeEach(() => {
		site.clearRequests();
		site.latency = 0;
	});

	afterAll(() => site.stop());

	/** Locks devices in executions of 25; gives these once they have ended. */
	async function lockInBatches(
		devices: number[],
		meanwhile: () => Promise<void> = () => Promise.resolve(),
	): Promise<ExecutionSummary[]> {
		const earlier = (await n8n.client.executions(workflow)).map(({ id }) => id);
		const newOnes = async () =>
			(await n8n.client.executions(workflow)).filter(({ id }) => !earlier.includes(id));
		const parts = batches(devices, batchSize);
		await Promise.all(parts.map((part) => fire(`${n8n.url}/webhook/${path}`, part)));
		await meanwhile();
		await waitUntil(async () => {
			const ended = (await newOnes()).filter(({ status }) => !['new', 'running'].includes(status));
			return ended.length === parts.length;
		}, 120);
		return newOnes();
	}

	/** The devices that executions say they have locked. */
	async function confirmedBy(executions: ExecutionSummary[]): Promise<number[]> {
		const ended = executions.map(({ id }) => n8n.client.waitForExecution(id));
		const items = (await Promise.all(ended)).flatMap((execution) => outputOf(execution, 'Lock'));
		return items.map(({ json }) => Number(json.deviceId));
	}

	it('fires a schedule once, not once for each process', async () => {
		const often = scheduleTrigger('Schedule', { field: 'seconds', secondsInterval: 2 });
		const nodes = [...listDevices(ids.slice(0, 1)), lock];
		const scheduled = await n8n.client.createWorkflow(inARow('Scheduled', [often], nodes));
		await n8n.client.publish(scheduled);
		await waitUntil(() => site.requests.length >= 4, 60);
		await n8n.client.deactivate(scheduled);

		const executions = await n8n.client.history(scheduled);
		expect(executions.length).toBeGreaterThanOrEqual(4);
		const seconds = executions.map((execution) => {
			const [{ json }] = outputOf(execution, 'Schedule');
			return (json.timestamp as string).slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
		});
		expect(new Set(seconds).size).toBe(executions.length);
		expect(commandCounts(site, ids)[0]).toBe(executions.length);
	});

	it('locks 500 devices once each, in 20 executions that the workers share', async () => {
		const executions = await lockInBatches(ids);
		expect(executions.map(({ status }) => status)).toEqual(Array(20).fill('success'));
		expect(commandCounts(site, ids)).toEqual(ids.map(() => 1));
		const workers = n8n.workers.map((worker) => {
			const started = startedBy(worker);
			return executions.filter(({ id }) => started.includes(id)).length;
		});
		expect(workers[0] + workers[1]).toBe(20);
		expect(Math.min(...workers)).toBeGreaterThan(0);
	});

	it('locks no device twice when a worker is killed, and n8n shows what failed', async () => {
		site.latency = 1500;
		const [victim] = n8n.workers;
		const executions = await lockInBatches(ids, async () => {
			const isInTheMiddle = () => {
				const counts = commandCounts(site, ids);
				return counts.filter((count) => count === 1).length >= 120;
			};
			await waitUntil(isInTheMiddle, 60);
			await victim.kill();
		});

		// What the workers had not begun is taken over by the one that is left.
		const failed = executions.filter(({ status }) => status !== 'success');
		expect(executions).toHaveLength(20);
		expect(failed.length).toBeGreaterThan(0);
		expect(startedBy(victim)).toEqual(expect.arrayContaining(failed.map(({ id }) => id)));
		expect(failed.map(({ status }) => status)).toEqual(failed.map(() => 'error'));
		const before = commandCounts(site, ids);
		expect(Math.max(...before)).toBe(1);
		expect(Math.min(...before)).toBe(0);

		// n8n keeps neither the input nor the progress of these: its 'Retry' starts with nothing to do.
		for (const { id } of failed) {
			expect(await n8n.client.retry(id)).toMatchObject({ status: 'error' });
			const execution = await n8n.client.waitForExecution(id);
			expect(failureOf(execution)).toContain('failed to be processed too many times');
			expect(outputOf(execution, 'Webhook')).toEqual([]);
		}
		expect(commandCounts(site, ids)).toEqual(before);

		// So whoever started them does it again, for all devices that no execution has confirmed. Those
		// whose command went out before the kill then get a second one: nobody knows about the first.
		site.latency = 0;
		const confirmed = await confirmedBy(executions.filter(({ status }) => status === 'success'));
		const unconfirmed = ids.filter((id) => !confirmed.includes(id));
		expect(unconfirmed).toHaveLength(failed.length * batchSize);
		const repeated = await lockInBatches(unconfirmed);
		expect(repeated.map(({ status }) => status)).toEqual(failed.map(() => 'success'));
		const locked = site.fleet.devices.filter(({ lockedAt }) => lockedAt.length > 0);
		expect(locked.map(({ id }) => id)).toEqual(ids);
		expect(commandCounts(site, ids)).toEqual(
			ids.map((id, index) => before[index] + (unconfirmed.includes(id) ? 1 : 0)),
		);
	});
}
