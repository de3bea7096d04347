import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf } from './executions';
import { sharedClient } from './sharedN8n';
import { listDevices, manualTrigger, miradore } from './workflows';
import { waitUntil } from './waitUntil';

const trigger = 'Run';

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}
const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

describe('A loop', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeEach(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});
	afterEach(() => site.stop());
	const locks = (id = 1) =>
		site.requests.filter(({ path }) => path === `/Device/${id}/Lock`).length;

	/** Locks each of the devices in a round of its own, with a node behind it. */
	const loop = (ids: number[], after: INode, settings = {}) => {
		const lock = { ...miradore('Lock', 'lock', credentialId, '={{ $json.id }}'), ...settings };
		return n8n.createWorkflow({
			name: 'Loop',
			nodes: [
				manualTrigger(trigger),
				...listDevices(ids),
				node('Loop', 'n8n-nodes-base.splitInBatches', 3, { options: {} }),
				lock,
				after,
			],
			connections: {
				[trigger]: { main: [to('Fleet')] },
				Fleet: { main: [to('One Item per Device')] },
				'One Item per Device': { main: [to('Loop')] },
				Loop: { main: [[], to('Lock')] },
				Lock: { main: [to(after.name)] },
				[after.name]: { main: [to('Loop')] },
			},
			settings: { executionOrder: 'v1', timezone: 'UTC' },
		});
	};

	// Longer than 65 seconds: n8n takes the execution out of its memory meanwhile.
	it('locks the same device in each round, also where it waits in between', async () => {
		const wait = {
			...node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: 66, unit: 'seconds' }),
			webhookId: randomUUID(),
		};
		await n8n.start(await loop([1, 1], wait), trigger);
		await waitUntil(() => locks() >= 2, 110);
		expect(locks()).toBe(2);
	});

	it('that fails in a round locks no device of the rounds before again with Retry', async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		const failed = await n8n.run(
			await loop([1, 2, 1], node('Nothing', 'n8n-nodes-base.noOp', 1, {})),
			trigger,
		);
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const { id } = await n8n.retry(failed.id);
		expect((await n8n.waitForExecution(id)).status).toBe('success');
		expect([locks(1), locks(2)]).toEqual([2, 2]);
	});

	it('is retried twice', async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 2 });
		const failed = await n8n.run(
			await loop([1, 2, 3], node('Nothing', 'n8n-nodes-base.noOp', 1, {})),
			trigger,
		);
		const again = await n8n.retry(failed.id);
		expect((await n8n.waitForExecution(again.id)).status).toBe('error');
		const third = await n8n.retry(again.id);
		const ended = await n8n.waitForExecution(third.id);
		expect(failureOf(ended)).toBe('');
		expect([locks(1), locks(2), locks(3)]).toEqual([1, 3, 1]);
	});

	it('that goes on after an open outcome sends each round its own', async () => {
		site.addFault({ path: '/Device/1/Lock', status: 502, times: 1 });
		const settings = { onError: 'continueRegularOutput', retryOnFail: true, waitBetweenTries: 10 };
		const workflow = await loop([1, 1, 2], node('Nothing', 'n8n-nodes-base.noOp', 1, {}), settings);
		const { status } = await n8n.run(workflow, trigger);
		expect(status).toBe('success');
		expect([locks(1), locks(2)]).toEqual([2, 1]);
	});
});
