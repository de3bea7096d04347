import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf } from './executions';
import { sharedClient } from './sharedN8n';
import { inARow, listDevices, manualTrigger, miradore } from './workflows';

const trigger = 'Run';

describe("n8n's own ways to run the node again", () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeEach(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});
	afterEach(() => site.stop());

	const sentTo = (path: string) => site.requests.filter((request) => request.path === path);

	// In another execution the workflow may be another one, so a command with another text is another.
	it.each(['={{ "Ticket " + $execution.id }}', '={{ "Lost since " + $now.toISO() }}'])(
		'Retry takes a command whose text changes from run to run for another one: %s',
		async (message) => {
			site.addFault({ path: '/Device/2/LostMode', status: 404, times: 1 });
			const node = miradore('Lost', 'lock', credentialId, '={{ $json.id }}', {
				operation: 'enableLostMode',
				message,
				options: { maxParallelRequests: 1 },
			});
			const workflow = inARow('Lost', [manualTrigger(trigger)], [...listDevices([1, 2]), node]);
			const failed = await n8n.run(await n8n.createWorkflow(workflow), trigger);
			expect(failureOf(failed)).toContain('Sent to Miradore: Device 1.');

			await n8n.retry(failed.id);
			expect(sentTo('/Device/2/LostMode')).toHaveLength(2);
			expect(sentTo('/Device/1/LostMode')).toHaveLength(2);
		},
	);

	// All sites are at online.miradore.com, and the site's name is in a header: what was sent to one
	// site counts as sent to the other, and the item says success.
	it('Retry knows the sites apart after the credential was changed', async () => {
		const answer = { status: 200, body: { success: true } };
		site.addFault({ path: '/Device/1/Lock', ...answer });
		site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		site.addFault({ path: '/Device/2/Lock', ...answer });
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', {
			options: { maxParallelRequests: 1 },
		});
		const workflow = inARow('Lock', [manualTrigger(trigger)], [...listDevices([1, 2]), lock]);
		const saved = await n8n.createWorkflow(workflow);
		const failed = await n8n.run(saved, trigger);
		expect(failureOf(failed)).toContain('Sent to Miradore: Device 1.');

		const other = await n8n.createCredential('Other', {
			...credentialOf(site, { siteName: 'other', apiKey: 'another-key' }),
		});
		await n8n.change({
			...saved,
			nodes: saved.nodes.map((node) =>
				node.name === 'Lock'
					? { ...node, credentials: { miradoreApi: { id: other, name: 'Other' } } }
					: node,
			),
		});
		await n8n.retry(failed.id);
		const sites = (path: string) => sentTo(path).map(({ headers }) => headers['x-instance-name']);
		expect(sites('/Device/2/Lock')).toEqual(['acme', 'other']);
		expect(sites('/Device/1/Lock')).toEqual(['acme', 'other']);
	});

	// n8n runs a node again whose first item has a field `error`, whatever 'On Error' says.
	it.each<object>([
		{ success: true, error: null },
		{ success: true, error: false },
		{ success: true, error: '' },
		{ success: true, error: [] },
	])('Retry On Fail sends a command once that was answered with %j', async (body) => {
		site.addFault({ path: '/Device/1/Lock', status: 200, body });
		const lock = {
			...miradore('Lock', 'lock', credentialId, '={{ $json.id }}'),
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 10,
		};
		const workflow = inARow('Lock', [manualTrigger(trigger)], [...listDevices([1]), lock]);
		const execution = await n8n.run(await n8n.createWorkflow(workflow), trigger);
		expect(outputOf(execution, 'Lock')[0].json).toMatchObject({ success: true, deviceId: 1 });
		expect(sentTo('/Device/1/Lock')).toHaveLength(1);
	});

	// In the editor, Get By Serial Number turned into Lock keeps the locator as it is.
	it('a serial number that Get has left in the node is no ID of a device', async () => {
		const lock = miradore('Lock', 'lock', credentialId, '', {
			deviceId: { __rl: true, mode: 'serialNumber', value: '12' },
		});
		const workflow = inARow('Lock', [manualTrigger(trigger)], [...listDevices([1]), lock]);
		const execution = await n8n.run(await n8n.createWorkflow(workflow), trigger);
		expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(failureOf(execution)).toContain('No device has the serial number 12');
	});

	// A condition that is an expression as a whole and gives a thing of the wrong kind vanishes.
	it.each(['={{ new Date() }}', '={{ new Map() }}', '={{ /x/ }}'])(
		"'Only If' is refused when it is %s",
		async (onlyIf) => {
			const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { onlyIf });
			const workflow = inARow('Lock', [manualTrigger(trigger)], [...listDevices([1]), lock]);
			const execution = await n8n.run(await n8n.createWorkflow(workflow), trigger);
			expect(site.requests).toEqual([]);
			expect(failureOf(execution)).toContain('Only If');
		},
	);
});
