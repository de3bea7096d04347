import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf } from './executions';
import { inRounds } from './inRounds';
import { node } from './node';
import { sharedClient } from './sharedN8n';
import { listDevices, miradore } from './workflows';

const trigger = 'Run';

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
	const loop = (ids: number[], settings = {}) => {
		const lock = { ...miradore('Lock', 'lock', credentialId, '={{ $json.id }}'), ...settings };
		const nothing = node('Nothing', 'n8n-nodes-base.noOp', 1);
		return n8n.createWorkflow(inRounds(trigger, listDevices(ids), [lock, nothing]));
	};

	it('that fails in a round locks no device of the rounds before again with Retry', async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		const failed = await n8n.run(await loop([1, 2, 1]), trigger);
		expect([failed.status, locks()]).toEqual(['error', 1]);
		const { id } = await n8n.retry(failed.id);
		expect((await n8n.waitForExecution(id)).status).toBe('success');
		expect([locks(1), locks(2)]).toEqual([2, 2]);
	});

	it('is retried twice', async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 2 });
		const failed = await n8n.run(await loop([1, 2, 3]), trigger);
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
		const { status } = await n8n.run(await loop([1, 1, 2], settings), trigger);
		expect(status).toBe('success');
		expect([locks(1), locks(2)]).toEqual([2, 1]);
	});
});
