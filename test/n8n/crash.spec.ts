import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { N8nClient } from './client';
import { packProject, type PackedProject } from './pack';
import { startN8n, type RunningN8n } from './server';
import { waitUntil } from './waitUntil';
import { inARow, listDevices, manualTrigger, miradore } from './workflows';

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

	const locks = () => ids.map((id) => site.fleet.devices[id - 1].lockedAt.length);

	/** Has n8n crash when about eight of the devices are locked; gives the execution's id. */
	async function crash(saveExecutionProgress: boolean): Promise<string> {
		for (const device of site.fleet.devices) device.lockedAt = [];
		site.clearRequests();
		site.latency = 100;
		const options = { maxParallelRequests: 1 };
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const row = inARow('Crash', [manualTrigger(trigger)], [...listDevices(ids), lock]);
		const settings = { ...row.settings, saveExecutionProgress };
		const id = await n8n.start(await n8n.createWorkflow({ ...row, settings }), trigger);
		await waitUntil(() => site.requests.length >= 8, 60);
		await server.restart(() => (site.latency = 0), 'crash');
		expect(Math.max(...locks())).toBe(1);
		expect(Math.min(...locks())).toBe(0);
		return id;
	}

	it("n8n's Retry is refused where it saved no progress", async () => {
		const id = await crash(false);
		const before = locks();
		await expect(n8n.retry(id)).rejects.toThrow('cannot be retried');
		expect(locks()).toEqual(before);
	});

	it("n8n's Retry sends all again where it saved the progress, and says so", async () => {
		const id = await crash(true);
		const before = locks();
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('success');
		expect(locks()).toEqual(before.map((count) => count + 1));
		const hints = retried.data.resultData.runData.Lock[0].hints ?? [];
		expect(hints.map(({ message }) => message).join()).toContain(
			'some devices may have got the command twice',
		);
	});
});
