import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { inARow, manualTrigger, miradore } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

// 'Device' is one parameter of all operations, and the editor keeps its value when another operation is
// chosen: the serial number 12 becomes the device whose ID is 12.
describe('Somebody who turns Get By Serial Number into Lock in the editor', () => {
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;

	beforeAll(async () => {
		site = await startSimulator();
	});
	afterAll(() => site.stop());

	it('locks no other device', async () => {
		const credentialId = await n8n.createCredential('Miradore to get', credentialOf(site));
		const get = miradore('Miradore', 'lock', credentialId, '', {
			operation: 'get',
			deviceId: { __rl: true, mode: 'serialNumber', value: '12' },
		});
		const workflow = inARow('Lock', [manualTrigger('Run')], [get]);
		await session.editor.openWorkflow((await n8n.createWorkflow(workflow)).id);
		const panel = await session.editor.openNode('Miradore');
		await panel.choose('operation', 'Lock');
		await panel.execute().catch(() => 'no outcome');
		const commands = site.requests.filter(({ method }) => method !== 'GET');
		expect(commands.map(({ path }) => path)).toEqual([]);
	});
});
