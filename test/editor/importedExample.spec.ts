import path from 'node:path';
import { credentialOf } from '../core/site';
import { projectFolder } from '../n8n/folders';
import { sharedClient } from '../n8n/sharedN8n';
import { waitUntil } from '../n8n/waitUntil';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

const file = path.join(projectFolder, 'examples', 'lock-by-serial-number.json');

describe('Somebody who imports an example in the editor', () => {
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;

	beforeAll(async () => {
		site = await startSimulator();
	});
	beforeEach(() => n8n.deleteCredentials());
	afterAll(() => site.stop());

	const credentialOfLock = async (workflow: string) => {
		const { nodes } = await n8n.workflow(workflow);
		return nodes.find(({ name }) => name === 'Lock')?.credentials?.miradoreApi;
	};

	it('has the credential for Miradore in it', async () => {
		const name = 'The only Miradore';
		const id = await n8n.createCredential(name, credentialOf(site));
		const workflow = await session.editor.importWorkflow(file);
		expect(await credentialOfLock(workflow)).toEqual({ id, name });
	});

	it('chooses one of several, which n8n saves', async () => {
		const name = 'Miradore of our site';
		const id = await n8n.createCredential(name, credentialOf(site));
		await n8n.createCredential('Another Miradore', credentialOf(site));
		const workflow = await session.editor.importWorkflow(file);
		expect((await credentialOfLock(workflow))?.id).not.toBe(id);
		const panel = await session.editor.openNode('Lock');
		await panel.chooseCredential(name);
		await waitUntil(async () => (await credentialOfLock(workflow))?.id === id, 20);
		expect(await credentialOfLock(workflow)).toEqual({ id, name });
	});
});
