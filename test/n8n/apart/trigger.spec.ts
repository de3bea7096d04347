import type { INode } from 'n8n-workflow';
import { credentialOf, spellings } from '../../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../../simulator';
import type { N8nClient, SavedWorkflow } from '../client';
import { withoutEditor } from '../environment';
import { failureOf, outputOf } from '../executions';
import { everyTwoSeconds } from '../pollTimes';
import { schedulers } from '../schedulers';
import { startSignedIn, type SignedIn } from '../signedIn';
import { telltaleKey, tracesIn } from '../traces';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';
import { Watch } from './watch';

/** Far more than n8n needs for anything that is waited for, on a busy machine, too. */
const patience = 120;

describe.each(Object.entries(schedulers))('The trigger in n8n, %s', (_name, environment) => {
	let started: SignedIn;
	let n8n: N8nClient;
	let site: SimulatedSite;
	let phone: SimulatedDevice;
	let credentialId: string;

	beforeAll(async () => {
		const settings = { ...environment, ...withoutEditor, N8N_LOG_LEVEL: 'debug' };
		started = await startSignedIn(settings);
		n8n = started.client;
		site = await startSimulator({ size: 5, now: new Date(), apiKey: telltaleKey('trigger') });
		for (const device of site.fleet.devices) Object.assign(device, { fixes: [], status: 'Active' });
		[phone] = site.fleet.devices;
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterAll(async () => {
		await site.stop();
		await started?.stop();
	});

	/** Each location is a second later than the one before. */
	const start = Date.now();
	const report = (latitude: number, device = phone) => {
		const timestamp = new Date(start + (latitude - 60) * 1000).toISOString();
		device.fixes.push({ timestamp, latitude, longitude: 24 });
	};
	const save = (node: INode) => n8n.createWorkflow(inARow('Trigger', [], [node]));
	const moved = (credential: string) =>
		miradoreTrigger('Moved', credential, { pollTimes: everyTwoSeconds });

	/** Waits for so many polls that begin from now on, and for the end of the last one. */
	async function polls(count: number): Promise<void> {
		const lists = () => site.requests.filter(({ path }) => path === '/API/Device').length;
		// A poll ends before n8n begins another.
		const enough = lists() + count + 1;
		await waitUntil(() => lists() >= enough, patience);
	}

	/** The latitudes of all items that the trigger has given so far, execution by execution. */
	const toldBy = async (workflow: SavedWorkflow) =>
		(await n8n.history(workflow)).map((execution) =>
			outputOf(execution, 'Moved').map(({ json }) => json.latitude),
		);
	const failuresOf = async (workflow: SavedWorkflow) =>
		(await n8n.history(workflow)).map(failureOf).filter(Boolean);

	/** Why a workflow was not published. Newer versions of n8n don't tell it in their first answer. */
	async function failureToPublish(workflow: SavedWorkflow): Promise<string> {
		const refusal = await n8n.publish(workflow).then(() => '', String);
		if (refusal !== '') return refusal;
		let status = '';
		await waitUntil(async () => {
			status = await n8n.publicationStatus(workflow);
			return /fail/i.test(status);
		}, patience);
		return status;
	}

	/** Waits until so many executions are there. */
	async function waitFor(workflow: SavedWorkflow, count: number): Promise<unknown[][]> {
		await waitUntil(async () => (await n8n.executions(workflow)).length >= count, patience);
		return toldBy(workflow);
	}

	it('starts the workflow when a device has moved, and loses and doubles nothing when n8n restarts', async () => {
		const workflow = await save(moved(credentialId));
		report(60);
		await n8n.publish(workflow);
		await polls(1);
		report(61);
		report(62);
		expect(await waitFor(workflow, 1)).toEqual([[61, 62]]);

		await started.server.restart(() => report(63));
		expect(await waitFor(workflow, 2)).toEqual([[61, 62], [63]]);

		// One of two devices that moved can't be read at first.
		report(64);
		report(65, site.fleet.devices[2]);
		site.addFault({ path: '/Device/2/Location', status: 404, times: 1 });
		const body = spellings(site.apiKey).join(' ');
		site.addFault({ path: '/Device/3/Location', status: 400, body, times: 1 });
		const isOver = async () =>
			(await toldBy(workflow)).flat().length >= 5 && (await failuresOf(workflow)).length > 0;
		await waitUntil(isOver, patience, 1000);
		// What was told twice would come with the polls after these.
		await polls(2);
		expect((await toldBy(workflow)).flat()).toEqual([61, 62, 63, 64, 65]);
		expect(await failuresOf(workflow)).toEqual([
			expect.stringContaining('1 of 5 devices could not be read (3): Miradore did not accept'),
		]);
		await n8n.deactivate(workflow);
	});

	it('tells of a device that is added between publishing and the first poll after it', async () => {
		// With a site of its own, for a poll of a workflow that was taken back may still go on.
		await Watch.expectTold(n8n, 'deviceAdded');
	});

	it('is not published with a wrong key, and says why', async () => {
		const credential = credentialOf(site, { apiKey: '1_wrong' });
		const wrong = await n8n.createCredential('Wrong', credential);
		const workflow = await save(moved(wrong));
		expect(await failureToPublish(workflow)).toContain('Miradore refused the API key (401)');
	});

	it('shows a recent example in a test run', async () => {
		const workflow = await save(moved(credentialId));
		const execution = await n8n.run(workflow, 'Moved');
		expect(outputOf(execution, 'Moved').map(({ json }) => json.latitude)).toEqual([65]);
	});

	it('leaves no trace of the key in n8n', async () => {
		expect(await tracesIn(started.server.userFolder, site.apiKey)).toEqual([]);
	});
});
