import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf } from './executions';
import { sharedClient } from './sharedN8n';
import { waitUntil } from './waitUntil';
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
			[1, 2, 3].map((deviceId) => ({ success: true, outcome: 'sent', deviceId })),
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

	it("reaches the other devices with 'Retry' where the outcome of one is open", async () => {
		site.addFault({ path: '/Device/2/Lock', status: 502, handled: true });
		const workflow = await lockWorkflow([1, 2, 3, 4], {}, { maxParallelRequests: 1 });
		const failed = await n8n.run(workflow, trigger);
		expect(failureOf(failed)).toContain('Sent to Miradore: Device 1.\nNot known whether');

		const { id } = await n8n.retry(failed.id);
		const retried = await n8n.waitForExecution(id);
		expect(failureOf(retried)).toContain('Sent to Miradore: Device 1, 3–4.\nNot known whether');
		expect(failureOf(retried)).toContain('retry this execution');
		const locks = site.fleet.devices.slice(0, 4).map(({ lockedAt }) => lockedAt.length);
		expect(locks).toEqual([1, 1, 1, 1]);
	});

	it("takes another request for another command in 'Retry'", async () => {
		const people = [...site.fleet.users.values()].slice(0, 3).map(({ email }) => email);
		const remove = {
			...miradore('Delete', 'lock', credentialId, ''),
			parameters: {
				resource: 'user',
				operation: 'delete',
				user: { __rl: true, mode: 'email', value: '={{ $json.id }}' },
				confirm: true,
				options: { maxParallelRequests: 1 },
			},
		};
		const workflowOf = (emails: string[]) =>
			inARow('Delete', [manualTrigger(trigger)], [...listDevices(emails), remove]);
		const saved = await n8n.createWorkflow(workflowOf([people[0], 'nobody@example.com']));
		const failed = await n8n.run(saved, trigger);
		expect(failureOf(failed)).toContain('404');

		// As after a change of the workflow: the first item is about somebody else now.
		const changed = {
			...remove.parameters,
			user: {
				...remove.parameters.user,
				value: `={{ $json.id === "${people[0]}" ? "${people[1]}" : "${people[2]}" }}`,
			},
		};
		await n8n.change({
			...saved,
			nodes: saved.nodes.map((node) =>
				node.name === 'Delete' ? { ...node, parameters: changed } : node,
			),
		});
		expect(await n8n.retry(failed.id)).toMatchObject({ status: 'success' });
		const deleted = site.requests
			.filter(({ status = 0 }) => status < 300)
			.map(({ query }) => query.email);
		expect(deleted).toEqual(people);
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
		const ids = site.fleet.devices.map(({ id }) => id);
		const workflow = await lockWorkflow(ids, {}, { maxParallelRequests: 1 });
		// The second is on its way until the execution is stopped.
		let isStopped = false;
		site.addFault({ path: '/Device/2/Lock', before: () => waitUntil(() => isStopped, 60, 20) });
		const id = await n8n.start(workflow, trigger);
		await waitUntil(() => site.requests.length >= 2, 60, 20);
		await n8n.stop(id);
		expect((await n8n.waitForExecution(id)).status).toBe('canceled');
		isStopped = true;
		await waitUntil(() => site.inWork === 0, 60, 20);

		// What the answer still set off would be sent before what a later execution sends.
		expect(failureOf(await n8n.run(await lockWorkflow([24]), trigger))).toBe('');
		expect(site.requests.map(({ path }) => path)).toEqual(
			[1, 2, 24].map((device) => `/Device/${device}/Lock`),
		);
	});
});
