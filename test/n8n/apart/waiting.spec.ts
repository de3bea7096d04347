import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import { withoutEditor } from '../environment';
import { inRounds } from '../inRounds';
import { node } from '../node';
import { startSignedIn, type SignedIn } from '../signedIn';
import { waitUntil } from '../waitUntil';
import { listDevices, miradore } from '../workflows';

const trigger = 'Run';

/** In an n8n of its own, so that nothing else waits for so long. */
describe('A loop that waits between its rounds', () => {
	let n8n: SignedIn;
	let site: SimulatedSite;

	beforeAll(async () => {
		n8n = await startSignedIn(withoutEditor);
		site = await startSimulator();
	});

	afterAll(async () => {
		await site?.stop();
		await n8n?.stop();
	});

	// Longer than 65 seconds: n8n takes the execution out of its memory meanwhile.
	it('locks the same device in each round', async () => {
		const { client } = n8n;
		const credentialId = await client.createCredential('Miradore', credentialOf(site));
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}');
		const time = { amount: 66, unit: 'seconds' };
		const wait = { ...node('Wait', 'n8n-nodes-base.wait', 1.1, time), webhookId: 'wait' };
		const workflow = inRounds(trigger, listDevices([1, 1]), [lock, wait]);
		await client.start(await client.createWorkflow(workflow), trigger);
		const locks = () => site.requests.filter(({ path }) => path === '/Device/1/Lock').length;
		await waitUntil(() => locks() >= 2, 110);
		expect(locks()).toBe(2);
	});
});
