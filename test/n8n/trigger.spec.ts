import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import { credentialOf, spellings } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import { N8nClient, type SavedWorkflow } from './client';
import { failureOf, outputOf, type Execution } from './executions';
import { packProject, type PackedProject } from './pack';
import { RestConnection } from './rest';
import { startN8n, type RunningN8n } from './server';
import { telltaleKey, tracesIn } from './traces';
import { inARow, miradoreTrigger } from './workflows';

const secondsToPoll = 75;

describe('The trigger in n8n', () => {
	let packed: PackedProject;
	let server: RunningN8n;
	let n8n: N8nClient;
	let cookie: string;
	let site: SimulatedSite;
	let phone: SimulatedDevice;
	let credentialId: string;

	beforeAll(async () => {
		packed = await packProject();
		server = await startN8n(packed.tarball, { N8N_LOG_LEVEL: 'debug' });
		n8n = new N8nClient(server.url);
		cookie = await n8n.setUpOwner({ email: 'owner@n8n.example', password: 'Only4Loopback' });
		site = await startSimulator({ size: 5, now: new Date(), apiKey: telltaleKey('trigger') });
		for (const device of site.fleet.devices) Object.assign(device, { fixes: [], status: 'Active' });
		[phone] = site.fleet.devices;
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterAll(async () => {
		await site.stop();
		await server.stop();
		await packed.remove();
	});

	/** Each location is a second later than the one before. */
	const start = Date.now();
	const report = (latitude: number) => {
		const timestamp = new Date(start + (latitude - 60) * 1000).toISOString();
		phone.fixes.push({ timestamp, latitude, longitude: 24 });
	};
	const save = (node: INode) => n8n.createWorkflow(inARow('Trigger', [], [node]));

	/** The executions so far, the oldest first. */
	async function executionsOf(workflow: SavedWorkflow): Promise<Execution[]> {
		const summaries = await n8n.executions(workflow);
		const executions = await Promise.all(summaries.map(({ id }) => n8n.waitForExecution(id)));
		return executions.reverse();
	}

	/** The latitudes of all items that the trigger has given so far, execution by execution. */
	const toldBy = async (workflow: SavedWorkflow) =>
		(await executionsOf(workflow)).map((execution) =>
			outputOf(execution, 'Moved').map(({ json }) => json.latitude),
		);
	const failuresOf = async (workflow: SavedWorkflow) =>
		(await executionsOf(workflow)).map(failureOf).filter(Boolean);

	/** Publishes a workflow and waits until n8n has polled for the first time. */
	async function publish(workflow: SavedWorkflow): Promise<void> {
		site.clearRequests();
		await n8n.publish(workflow);
		const devices = site.fleet.devices.length;
		for (let turn = 0; turn < 300 && site.requests.length <= devices; turn += 1) await sleep(100);
		await sleep(1000);
	}

	/** Why a workflow was not published. Newer versions of n8n don't tell it in their first answer. */
	async function failureToPublish(workflow: SavedWorkflow): Promise<string> {
		const refusal = await n8n.publish(workflow).then(() => '', String);
		const rest = new RestConnection(server.url, cookie);
		for (let turn = 0; turn < 100 && refusal === ''; turn += 1) {
			const url = `/workflows/${workflow.id}/publication-status`;
			const status = JSON.stringify(await rest.call('GET', url));
			if (/fail/i.test(status)) return status;
			await sleep(200);
		}
		return refusal;
	}

	/** Waits until so many executions are there. */
	async function waitFor(workflow: SavedWorkflow, count: number): Promise<unknown[][]> {
		const deadline = Date.now() + secondsToPoll * 1000;
		let told = await toldBy(workflow);
		while (told.length < count && Date.now() < deadline) {
			await sleep(500);
			told = await toldBy(workflow);
		}
		return told;
	}

	it('starts the workflow when a device has moved, and loses and doubles nothing when n8n restarts', async () => {
		const workflow = await save(miradoreTrigger('Moved', credentialId));
		report(60);
		await publish(workflow);
		report(61);
		report(62);
		expect(await waitFor(workflow, 1)).toEqual([[61, 62]]);

		await server.restart(() => report(63));
		expect(await waitFor(workflow, 2)).toEqual([[61, 62], [63]]);

		report(64);
		site.addFault({ path: '/Device/2/Location', status: 404, times: 1 });
		const body = spellings(site.apiKey).join(' ');
		site.addFault({ path: '/Device/3/Location', status: 400, body, times: 1 });
		expect((await waitFor(workflow, 4)).flat()).toEqual([61, 62, 63, 64]);
		await sleep(secondsToPoll * 1000);
		expect((await toldBy(workflow)).flat()).toEqual([61, 62, 63, 64]);
		expect(await failuresOf(workflow)).toEqual([
			expect.stringContaining('1 of 5 devices could not be read (3): Miradore did not accept'),
		]);
		await n8n.deactivate(workflow);
	}, 400_000);

	it('is not published with a wrong key, and says why', async () => {
		const credential = credentialOf(site, { apiKey: '1_wrong' });
		const wrong = await n8n.createCredential('Wrong', credential);
		const workflow = await save(miradoreTrigger('Moved', wrong));
		expect(await failureToPublish(workflow)).toContain('Miradore refused the API key (401)');
	});

	it('shows a recent example in a test run', async () => {
		const workflow = await save(miradoreTrigger('Moved', credentialId));
		const execution = await n8n.run(workflow, 'Moved');
		expect(outputOf(execution, 'Moved').map(({ json }) => json.latitude)).toEqual([64]);
	});

	it('leaves no trace of the key in n8n', async () => {
		expect(await tracesIn(server.userFolder, site.apiKey)).toEqual([]);
	});
});
