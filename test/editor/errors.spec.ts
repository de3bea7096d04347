import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { telltaleKey } from '../n8n/traces';
import { inARow, manualTrigger, miradore } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

describe('The output panel after a failure', () => {
	const apiKey = telltaleKey('errors');
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator({ apiKey });
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	beforeEach(() => site.clearRequests());

	afterAll(() => site.stop());

	const openNode = async (operation: string, deviceId: string) => {
		const node = miradore('Miradore', 'lock', credentialId, deviceId, { operation });
		const workflow = await n8n.createWorkflow(inARow('Failure', [manualTrigger('Run')], [node]));
		await session.editor.openWorkflow(workflow.id);
		return session.editor.openNode('Miradore');
	};

	it('says that nothing was retired without the switch, and retires with it', async () => {
		const panel = await openNode('retire', '3');
		expect(await panel.execute()).toBe('error');
		const { message, description } = await panel.outputError();
		expect(message).toContain("'Confirm: Can't Be Undone' is off");
		expect(description).toContain('Turn it on in the node');
		expect(site.requests).toEqual([]);

		await panel.toggle('confirm');
		expect(await panel.execute()).toBe('success');
		expect(await panel.outputRows()).toEqual([{ success: 'true', outcome: 'sent', deviceId: '3' }]);
		expect(site.fleet.devices[2].status).toBe('Deleted');
	});

	it('names the device that does not exist, and what to check', async () => {
		const panel = await openNode('lock', '99999');
		expect(await panel.execute()).toBe('error');
		const { message, description } = await panel.outputError();
		expect(message).toContain('Device 99999: Miradore did not find it (404)');
		expect(description).toContain('Check the ID in the console');
		expect(description).toContain('Failed: Device 99999.');
	});

	it.each(['three', '={{ "three" }}'])('names the field of the ID %s', async (entered) => {
		const panel = await openNode('lock', entered);
		expect(await panel.execute()).toBe('error');
		expect(await panel.outputError()).toMatchObject({
			message: expect.stringContaining("'Device' is not a device ID: three") as string,
		});
		expect(site.requests).toEqual([]);
	});
});
