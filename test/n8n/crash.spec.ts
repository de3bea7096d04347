import type { INode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { N8nClient } from './client';
import { failureOf } from './executions';
import { packProject, type PackedProject } from './pack';
import { startN8n, type RunningN8n } from './server';
import { waitUntil } from './waitUntil';
import { inARow, listDevices, manualTrigger, miradore, type WorkflowDefinition } from './workflows';

const trigger = 'Run';
const ids = Array.from({ length: 20 }, (_, index) => index + 1);

/** What README says of a crash, which this package can't make better: n8n keeps nothing of a node in it. */
describe('After a crash of n8n in the middle of a run', () => {
	let packed: PackedProject;
	let server: RunningN8n;
	let n8n: N8nClient;
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		packed = await packProject();
		server = await startN8n(packed.tarball);
		n8n = new N8nClient(server.url);
		await n8n.setUpOwner({ email: 'owner@n8n.example', password: 'Only4Loopback' });
		site = await startSimulator();
		for (const device of site.fleet.devices) device.status = 'Active';
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterAll(async () => {
		await site.stop();
		await server.stop();
		await packed.remove();
	});

	const inOneRun = (...nodes: INode[]) => inARow('Crash', [manualTrigger(trigger)], nodes);

	/** Five devices in each round of a loop. */
	const inRounds = (...nodes: INode[]): WorkflowDefinition => {
		const lock = nodes[nodes.length - 1];
		const loop: INode = {
			...lock,
			...{ id: 'loop', name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3 },
			...{ parameters: { batchSize: 5, options: {} }, credentials: undefined },
		};
		const row = inARow('Crash in a loop', [manualTrigger(trigger)], [...nodes.slice(0, -1), loop]);
		const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
		const round = { Loop: { main: [[], to('Lock')] }, Lock: { main: [to('Loop')] } };
		return { ...row, nodes: [...row.nodes, lock], connections: { ...row.connections, ...round } };
	};

	const warning = 'some devices may have got the command twice';

	const locks = () => ids.map((id) => site.fleet.devices[id - 1].lockedAt.length);

	/** Has n8n crash when about eight of the devices are locked; gives the execution's id. */
	async function crash(
		saveExecutionProgress: boolean,
		make: (...nodes: INode[]) => WorkflowDefinition = inOneRun,
	): Promise<string> {
		site.clearFaults();
		for (const device of site.fleet.devices) device.lockedAt = [];
		site.clearRequests();
		site.latency = 100;
		const options = { maxParallelRequests: 1 };
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const made = make(...listDevices(ids), lock);
		const settings = { ...made.settings, saveExecutionProgress };
		const id = await n8n.start(await n8n.createWorkflow({ ...made, settings }), trigger);
		await waitUntil(() => site.requests.length >= 8, 60);
		await server.restart(() => (site.latency = 0), 'crash');
		expect(Math.max(...locks())).toBe(1);
		expect(Math.min(...locks())).toBe(0);
		return id;
	}

	it("n8n's Retry is refused where it saved no progress", async () => {
		const id = await crash(false);
		const before = locks();
		// With words of its own, or with an error where it hasn't yet noticed the crash.
		await expect(n8n.retry(id)).rejects.toThrow(`/executions/${id}/retry with `);
		expect(locks()).toEqual(before);
	});

	it("n8n's Retry sends all again where it saved the progress, and says so", async () => {
		const id = await crash(true);
		const before = locks();
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('success');
		expect(locks()).toEqual(before.map((count) => count + 1));
		const hints = retried.data.resultData.runData.Lock[0].hints ?? [];
		expect(hints.map(({ message }) => message).join()).toContain(warning);
	});

	it('the error of such a Retry says so, too', async () => {
		const id = await crash(true);
		site.addFault({ path: '/Device/20/Lock', status: 404 });
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('error');
		expect(failureOf(retried)).toContain(warning);
	});

	it("n8n's Retry says so where the crash was in a later round of a loop", async () => {
		const id = await crash(true, inRounds);
		const before = locks();
		expect(before.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('success');
		// The round that was under way is sent again; the one before and those behind it aren't.
		const [first, again, ...others] = [0, 5, 10, 15].map((from) => locks().slice(from, from + 5));
		expect(first).toEqual([1, 1, 1, 1, 1]);
		expect(again).toEqual(before.slice(5, 10).map((count) => count + 1));
		expect(others.flat()).toEqual(Array(10).fill(1));
		const rounds = retried.data.resultData.runData.Lock;
		const said = rounds.map(({ hints = [] }) => hints.map(({ message }) => message).join());
		expect(said.map((text) => text.includes(warning))).toEqual([false, true, false, false]);
	});
});
