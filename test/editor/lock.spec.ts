import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { telltaleKey } from '../n8n/traces';
import { inARow, manualTrigger } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import type { NodePanel } from './nodePanel';
import { useEditor } from './useEditor';

describe('A user who locks a device', () => {
	const apiKey = telltaleKey('lock');
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;
	let panel: NodePanel;

	beforeAll(async () => {
		site = await startSimulator({ size: 60, apiKey });
		await n8n.createCredential('Miradore to lock', credentialOf(site));
	});

	beforeEach(async () => {
		const workflow = inARow('Lock', [], [manualTrigger('Run')]);
		await session.editor.openWorkflow((await n8n.createWorkflow(workflow)).id);
		await session.editor.node('Run').click();
		panel = await session.editor.addNode('Miradore', 'Lock device');
		await panel.chooseCredential('Miradore to lock');
	});

	afterAll(() => site.stop());

	const lockedIds = () =>
		site.fleet.devices.filter(({ lockedAt }) => lockedAt.length > 0).map(({ id }) => id);

	const forgetLocks = () => site.fleet.devices.forEach(({ lockedAt }) => lockedAt.splice(0));

	it('is told what will happen, and sees no red marker before anything is entered', async () => {
		await expect(panel.panel.getByText('Queue a lock command').isVisible()).resolves.toBe(true);
		expect(await panel.markers()).toBe(0);
	});

	it('finds it by its serial number', async () => {
		forgetLocks();
		const device = site.fleet.devices[40];
		const rows = await panel.openList('deviceId');
		await panel.searchList(device.serialNumber);
		await rows.filter({ hasText: device.userEmail }).click();
		expect(await panel.execute()).toBe('success');
		expect(await panel.outputRows()).toEqual([
			{ success: 'true', outcome: 'sent', deviceId: String(device.id) },
		]);
		expect(lockedIds()).toEqual([device.id]);
	});

	it('scrolls to it through the whole list', async () => {
		forgetLocks();
		const inUse = site.fleet.devices.filter(({ status }) => status !== 'Deleted');
		const device = inUse[inUse.length - 1];
		const rows = await panel.openList('deviceId');
		expect(await rows.count()).toBeLessThan(inUse.length);
		await rows.last().scrollIntoViewIfNeeded();
		await rows.nth(inUse.length - 1).click();
		expect(await panel.execute()).toBe('success');
		expect(await panel.outputRows()).toEqual([
			{ success: 'true', outcome: 'sent', deviceId: String(device.id) },
		]);
		expect(lockedIds()).toEqual([device.id]);
	});
});
