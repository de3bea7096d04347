import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { telltaleKey } from '../n8n/traces';
import { inARow, miradoreTrigger } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import type { NodePanel } from './nodePanel';
import { useEditor } from './useEditor';

describe('A user who tries the trigger', () => {
	const apiKey = telltaleKey('trigger');
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;
	let panel: NodePanel;

	beforeEach(async () => {
		site = await startSimulator({ size: 6, now: new Date(), apiKey });
		const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const trigger = miradoreTrigger('Miradore Trigger', credentialId);
		const workflow = await n8n.createWorkflow(inARow('Try', [], [trigger]));
		await session.editor.openWorkflow(workflow.id);
		panel = await session.editor.openNode('Miradore Trigger');
	});

	afterEach(() => site.stop());

	it('sees a location of the last days as an example', async () => {
		expect(await panel.execute()).toBe('success');
		const known = site.fleet.devices.flatMap(({ fixes }) =>
			fixes.map(({ timestamp }) => timestamp),
		);
		const [row] = await panel.outputRows();
		expect(Object.keys(row)).toEqual(expect.arrayContaining(['deviceId', 'latitude', 'longitude']));
		expect(known).toContain(row.timestamp);
	});

	it('is told that an area is missing', async () => {
		await panel.choose('event', 'Area Left');
		expect(await panel.execute()).toBe('error');
		expect((await panel.outputError()).message).toContain("'Areas' has no area");
	});
});
