import { credentialOf } from '../core/site';
import type { INodeTypeDescription } from 'n8n-workflow';
import { resources } from '../../nodes/Miradore/resources';
import { startSimulator } from '../simulator';
import { failureOf } from './executions';
import { sharedClient, sharedN8n } from './sharedN8n';
import { inARow, manualTrigger, miradore } from './workflows';
import { loopback } from './loopback';

/** The value of n8n's own entry in lists of operations. */
const customApiCall = '__CUSTOM_API_CALL__';

/** The node as n8n's editor gets it. */
async function readNodeType(): Promise<INodeTypeDescription> {
	const { url, cookie } = sharedN8n();
	const { data } = await loopback.get<INodeTypeDescription[]>(`${url}/types/nodes.json`, {
		headers: { cookie },
	});
	const [type] = data.filter(({ name }) => name === 'n8n-nodes-miradore.miradore');
	return type;
}

describe("n8n's entry 'Custom API Call'", () => {
	it('is in the operations of every resource, and in the resources', async () => {
		const { properties } = await readNodeType();
		const lists = properties.filter(({ name }) => name === 'resource' || name === 'operation');
		expect(lists).toHaveLength(resources.length + 1);
		for (const { options } of lists) {
			expect(options).toContainEqual({ name: 'Custom API Call', value: customApiCall });
		}
	});

	it('sends people to the HTTP Request node when they run it', async () => {
		const n8n = sharedClient();
		const site = await startSimulator();
		try {
			const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
			const node = miradore('Custom', 'lock', credentialId, '1', { operation: customApiCall });
			const workflow = await n8n.createWorkflow(inARow('Custom', [manualTrigger('Run')], [node]));
			const failure = failureOf(await n8n.run(workflow, 'Run'));
			expect(failure).toContain("use n8n's HTTP Request node");
			expect(failure).toContain('Predefined Credential Type');
			expect(site.requests).toEqual([]);
		} finally {
			await site.stop();
		}
	});
});
