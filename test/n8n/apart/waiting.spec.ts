import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import { N8nClient } from '../client';
import { withoutEditor } from '../environment';
import { inRounds } from '../inRounds';
import { node } from '../node';
import { packProject, type PackedProject } from '../pack';
import { startN8n, type RunningN8n } from '../server';
import { waitUntil } from '../waitUntil';
import { listDevices, miradore } from '../workflows';

const trigger = 'Run';

/** In an n8n of its own, so that nothing else waits for so long. */
describe('A loop that waits between its rounds', () => {
	let packed: PackedProject;
	let server: RunningN8n;
	let site: SimulatedSite;

	beforeAll(async () => {
		packed = await packProject();
		server = await startN8n(packed.tarball, withoutEditor);
		site = await startSimulator();
	});

	afterAll(async () => {
		await site?.stop();
		await server?.stop();
		await packed?.remove();
	});

	// Longer than 65 seconds: n8n takes the execution out of its memory meanwhile.
	it('locks the same device in each round', async () => {
		const n8n = new N8nClient(server.url);
		await n8n.setUpOwner({ email: 'owner@n8n.example', password: 'Only4Loopback' });
		const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}');
		const time = { amount: 66, unit: 'seconds' };
		const wait = { ...node('Wait', 'n8n-nodes-base.wait', 1.1, time), webhookId: 'wait' };
		const workflow = inRounds(trigger, listDevices([1, 1]), [lock, wait]);
		await n8n.start(await n8n.createWorkflow(workflow), trigger);
		const locks = () => site.requests.filter(({ path }) => path === '/Device/1/Lock').length;
		await waitUntil(() => locks() >= 2, 110);
		expect(locks()).toBe(2);
	});
});
