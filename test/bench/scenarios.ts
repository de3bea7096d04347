import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import type { N8nClient, SavedWorkflow } from '../n8n/client';
import { inARow, listDevices, manualTrigger, miradore } from '../n8n/workflows';
import type { SimulatedSite } from '../simulator';
import type { Contestant } from './contestants';
import { watchMemory } from './memory';
import type { Result } from './statistics';

interface LockOptions {
	devices: number;
	rounds: number;
	siteLimit?: number;
}

/** Locks the same devices in each way, each way once a round; the time is that of the node alone. */
export async function measureLock(
	client: N8nClient,
	site: SimulatedSite,
	ways: Contestant[],
	{ devices, rounds, siteLimit }: LockOptions,
): Promise<Result[]> {
	const all = site.fleet.devices;
	const targets = all.slice(0, devices);
	site.fleet.devices = targets;
	const results = await Promise.all(
		ways.map(async ({ name, node }) => {
			const result: Result = { name, siteLimit, times: [], lockedOnce: devices, refused: 0 };
			return { workflow: await saveWorkflow(client, devices, [node]), result };
		}),
	);
	site.maxConcurrent = siteLimit;
	for (let round = 0; round < rounds; round++) {
		for (const { workflow, result } of results) {
			site.clearRequests();
			for (const device of targets) device.lockedAt = [];
			const { data } = await client.run(workflow, 'Start');
			result.times.push(data.resultData.runData.Lock[0].executionTime);
			const lockedOnce = targets.filter(({ lockedAt }) => lockedAt.length === 1).length;
			const refused = site.requests.filter(({ status }) => status === 429).length;
			result.lockedOnce = Math.min(result.lockedOnce, lockedOnce);
			result.refused = Math.max(result.refused, refused);
			console.log(`${result.name}, ${siteLimit ?? 'any'}: ${result.times.at(-1)} ms`);
		}
	}
	site.maxConcurrent = undefined;
	site.fleet.devices = all;
	return results.map(({ result }) => result);
}

interface LocationOptions {
	count: number;
	rounds: number;
	/** The process of n8n. */
	pid: number;
}

const fixesEach = 30;

/**
 * Reads the locations of many devices. Executions of this size aren't saved; the time goes from the
 * first of these requests to one that the workflow sends after them.
 */
export async function measureLocations(
	client: N8nClient,
	site: SimulatedSite,
	credentialId: string,
	{ count, rounds, pid }: LocationOptions,
): Promise<Result> {
	const fixes = Array.from({ length: fixesEach }, (_, index) => ({
		timestamp: new Date(Date.UTC(2026, 10, 1, index)).toISOString(),
		latitude: 60.1 + index / 1000,
		longitude: 24.9,
		accuracy: 10,
	}));
	for (const device of site.fleet.devices) device.fixes = fixes;
	const read = miradore('Read', 'getLocations', credentialId, '={{ $json.id }}', {
		options: { maxParallelRequests: 50 },
	});
	const end = { ...miradore('End', 'lock', credentialId, '1'), executeOnce: true };
	const workflow = await saveWorkflow(client, count, [read, end], { saveManualExecutions: false });
	const result: Result = {
		name: `Get Locations, ${count} devices`,
		times: [],
		lockedOnce: 0,
		refused: 0,
		memory: 0,
	};
	for (let round = 0; round < rounds; round++) {
		site.clearRequests();
		const peak = watchMemory(pid);
		await client.start(workflow, 'Start');
		const last = () => site.requests.find(({ method }) => method === 'POST');
		const deadline = Date.now() + 300_000;
		while (!last()) {
			if (Date.now() > deadline) throw new Error('The run did not end within five minutes');
			await sleep(100);
		}
		const [first] = site.requests;
		result.times.push(Date.parse(last()?.at ?? '') - Date.parse(first.at));
		result.memory = Math.max(result.memory ?? 0, peak() ?? 0);
		console.log(`${result.name}: ${result.times.at(-1)} ms`);
		await sleep(2000);
	}
	return result;
}

/** Saves a workflow that starts with one item a device. */
export function saveWorkflow(
	client: N8nClient,
	devices: number,
	nodes: INode[],
	settings = {},
): Promise<SavedWorkflow> {
	const ids = Array.from({ length: devices }, (_, index) => index + 1);
	const workflow = inARow('Benchmark', [manualTrigger('Start')], [...listDevices(ids), ...nodes]);
	return client.createWorkflow({ ...workflow, settings: { ...workflow.settings, ...settings } });
}
