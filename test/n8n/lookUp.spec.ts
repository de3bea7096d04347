import type { SimulatedDevice } from '../simulator';
import { agentNodes, agentWorkflow, fromModel, miradoreTool } from './agentWorkflow';
import { failureOf, outputOf } from './executions';
import { sharedClient, sharedN8n } from './sharedN8n';
import { useModel } from './useModel';
import { chosenVersion } from './version';
import { waitUntil } from './waitUntil';
import { inARow, listDevices, manualTrigger, miradore, webhookTrigger } from './workflows';
import { loopback } from './loopback';

describe('A device by what is written on it in n8n', () => {
	const n8n = sharedClient();
	const used = useModel('lookup');

	const locked = () => used.site.fleet.devices.filter(({ lockedAt }) => lockedAt.length > 0);
	/** A device in use that nobody shares its user with. */
	const single = () =>
		used.site.fleet.devices.find(
			({ status, userId }, _, all) =>
				status !== 'Deleted' && all.filter((other) => other.userId === userId).length === 1,
		) as SimulatedDevice;

	it('is locked by one node behind a webhook that has its serial number', async () => {
		const device = single();
		const lock = miradore('Lock', 'lock', used.credentialId, '', {
			deviceId: { __rl: true, mode: 'serialNumber', value: '={{ $json.body.serialNumber }}' },
		});
		const definition = inARow('Ticket', [webhookTrigger('Ticket', 'ticket')], [lock]);
		const workflow = await n8n.createWorkflow(definition);
		await n8n.publish(workflow);
		// A webhook that was just published may miss its first calls.
		await waitUntil(async () => {
			const { serialNumber } = device;
			const body = { serialNumber: serialNumber.toLowerCase() };
			const address = `${sharedN8n().url}/webhook/ticket`;
			return (await loopback.post(address, body)).status === 200;
		}, 30);
		await waitUntil(() => locked().length > 0, 30);
		await n8n.deactivate(workflow);
		expect(locked().map(({ id }) => id)).toEqual([device.id]);
	});

	it("is locked by an agent that knows its user's email address", async () => {
		const device = single();
		used.model.toolArguments = { Email: device.userEmail };
		const tool = miradoreTool('lock', used.credentialId, '', {
			deviceId: { __rl: true, mode: 'userEmail', value: fromModel('Email', 'string') },
		});
		const workflow = await n8n.createWorkflow(agentWorkflow(used.modelId, tool));
		const execution = await n8n.run(workflow, agentNodes.trigger);
		expect(failureOf(execution)).toBe('');
		expect(locked().map(({ id }) => id)).toEqual([device.id]);
		expect(JSON.parse(used.model.toolResults[0])).toMatchObject([
			{
				success: true,
				outcome: 'sent',
				deviceId: device.id,
				foundBy: { userEmail: device.userEmail },
			},
		]);
	});

	it("is locked once by an agent's tool with Retry On Fail whose outcome is open", async () => {
		const device = single();
		used.site.addFault({ path: `/Device/${device.id}/Lock`, status: 502, handled: true });
		used.model.toolArguments = { Serial: device.serialNumber };
		const tool = {
			...miradoreTool('lock', used.credentialId, '', {
				deviceId: { __rl: true, mode: 'serialNumber', value: fromModel('Serial', 'string') },
			}),
			...{ retryOnFail: true, maxTries: 3, waitBetweenTries: 10 },
		};
		const workflow = await n8n.createWorkflow(agentWorkflow(used.modelId, tool));
		const execution = await n8n.run(workflow, agentNodes.trigger);
		const { failedToolsAnswer } = chosenVersion();
		const told = failedToolsAnswer ? used.model.toolResults.join() : failureOf(execution);
		expect(told).toContain('It is not known whether Miradore carried this out');
		expect(used.site.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(locked().map(({ id }) => id)).toEqual([device.id]);
	});

	it("is locked once where n8n's Retry goes on behind another one that failed", async () => {
		const [one, other] = used.site.fleet.devices.filter(({ status }) => status !== 'Deleted');
		used.site.addFault({ path: `/Device/${other.id}/Lock`, status: 404, times: 1 });
		const lock = miradore('Lock', 'lock', used.credentialId, '', {
			deviceId: { __rl: true, mode: 'serialNumber', value: '={{ $json.id }}' },
			options: { maxParallelRequests: 1 },
		});
		const fleet = listDevices([one.serialNumber, other.serialNumber]);
		const workflow = inARow('Lock', [manualTrigger('Run')], [...fleet, lock]);
		const failed = await n8n.run(await n8n.createWorkflow(workflow), 'Run');
		expect(failureOf(failed)).toContain(
			`Sent to Miradore: Device ${one.id} (Serial Number ${one.serialNumber}).`,
		);
		const { id } = await n8n.retry(failed.id);
		const retried = await n8n.waitForExecution(id);
		expect(outputOf(retried, 'Lock').map(({ json }) => json.deviceId)).toEqual([one.id, other.id]);
		expect([one, other].map(({ lockedAt }) => lockedAt.length)).toEqual([1, 1]);
	});
});
