import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { telltaleKey } from '../n8n/traces';
import { inARow, listDevices, manualTrigger, miradore } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

describe('A user who is careful', () => {
	const apiKey = telltaleKey('protection');
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeEach(async () => {
		site = await startSimulator({ apiKey });
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterEach(() => site.stop());

	const openLock = async (deviceIds: number[]) => {
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}');
		const nodes = [...listDevices(deviceIds), lock];
		const workflow = await n8n.createWorkflow(inARow('Careful', [manualTrigger('Run')], nodes));
		await session.editor.openWorkflow(workflow.id);
		return session.editor.openNode('Lock');
	};

	it('locks only the devices of a platform', async () => {
		const android = site.fleet.devices.find(({ platform }) => platform === 'Android');
		const mac = site.fleet.devices.find(({ platform }) => platform === 'macOS');
		if (!android || !mac) throw new Error('The fleet has devices of both platforms');
		const panel = await openLock([android.id, mac.id]);
		await panel.addTo('Only If', 'Platform Is');
		await panel.choose('platform', 'Android');
		expect(await panel.execute()).toBe('success');

		expect(await panel.outputRows()).toMatchObject([
			{ success: 'true', outcome: 'sent', deviceId: String(android.id) },
			{
				success: 'false',
				outcome: 'skipped',
				reason: 'Platform is macOS, not Android',
				deviceId: String(mac.id),
			},
		]);
		expect([android.lockedAt.length, mac.lockedAt.length]).toEqual([1, 0]);
	});

	it('sees with Dry Run what would be sent, and nothing is', async () => {
		const panel = await openLock([1, 2]);
		await panel.addTo('Options', 'Dry Run');
		expect(await panel.execute()).toBe('success');

		expect(await panel.outputRows()).toEqual(
			[1, 2].map((id) => ({
				success: 'false',
				outcome: 'dryRun',
				deviceId: String(id),
				method: 'POST',
				url: `${site.baseUrl}/api/v2/Device/${id}/Lock`,
			})),
		);
		expect(site.requests).toEqual([]);
	});
});
