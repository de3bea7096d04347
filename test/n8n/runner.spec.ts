import { setTimeout as sleep } from 'node:timers/promises';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf } from './executions';
import { sharedClient } from './sharedN8n';
import { inARow, listDevices, manualTrigger, miradore } from './workflows';

const trigger = 'Run';

describe('The runner in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeEach(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		for (const device of site.fleet.devices) device.status = 'Active';
	});

	afterEach(() => site.stop());

	/** A workflow that locks devices by their ids, with n8n's settings of the node. */
	const lockWorkflow = (ids: number[], settings = {}, options = {}) => {
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const nodes = [...listDevices(ids), { ...lock, ...settings }];
		return n8n.createWorkflow(inARow('Lock', [manualTrigger(trigger)], nodes));
	};

	it("sends no command twice with 'Retry On Fail'", async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await n8n.run(await lockWorkflow([1, 2, 3], settings), trigger);

		expect(failureOf(execution)).toBe('');
		expect(outputOf(execution, 'Lock').map(({ json }) => json)).toEqual(
			[1, 2, 3].map((deviceId) => ({ success: true, deviceId })),
		);
		const locks = site.fleet.devices.slice(0, 3).map(({ lockedAt }) => lockedAt.length);
		expect(locks).toEqual([1, 1, 1]);
		expect(site.requests.filter(({ path }) => path === '/Device/2/Lock')).toHaveLength(2);
	});

	it("sends no command twice with 'Retry' of a failed execution", async () => {
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		const workflow = await lockWorkflow([1, 2, 3], {}, { maxParallelRequests: 1 });
		const failed = await n8n.run(workflow, trigger);
		expect(failureOf(failed)).toContain('Device 2: Miradore did not find it (404)');

		expect(await n8n.retry(failed.id)).toMatchObject({ status: 'success' });
		const locks = site.fleet.devices.slice(0, 3).map(({ lockedAt }) => lockedAt.length);
		expect(locks).toEqual([1, 1, 1]);
	});

	it('knows that a command was never sent where nobody listens', async () => {
		const gone = await startSimulator();
		await gone.stop();
		credentialId = await n8n.createCredential('Miradore', credentialOf(gone));
		const execution = await n8n.run(await lockWorkflow([1], {}, { maxRetries: 1 }), trigger);
		const failure = failureOf(execution);
		expect(failure).toContain('the connection was refused, even when asked 2 times');
		expect(failure).not.toContain('It is not known whether');
	});

	it('knows that a command was never sent where no TLS is spoken', async () => {
		const baseUrl = site.baseUrl.replace('http:', 'https:');
		credentialId = await n8n.createCredential('Miradore', credentialOf(site, { baseUrl }));
		const failure = failureOf(await n8n.run(await lockWorkflow([1]), trigger));
		expect(failure).toContain('Miradore did not answer: no secure connection came about');
		expect(failure).toContain('Nothing was sent.');
		expect(failure).not.toContain('It is not known whether');
	});

	it('sends nothing more after somebody has stopped the execution', async () => {
		site.latency = 300;
		const ids = site.fleet.devices.map(({ id }) => id);
		const workflow = await lockWorkflow(ids, {}, { maxParallelRequests: 1 });
		const id = await n8n.start(workflow, trigger);
		for (let turn = 0; turn < 500 && site.requests.length < 2; turn += 1) await sleep(20);
		await n8n.stop(id);
		await sleep(site.latency);
		const sent = site.requests.length;
		expect(sent).toBeGreaterThanOrEqual(2);
		expect(sent).toBeLessThanOrEqual(4);

		await sleep(1500);
		expect(site.requests).toHaveLength(sent);
		expect((await n8n.waitForExecution(id)).status).toBe('canceled');
	});
});
