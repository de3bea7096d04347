import { credentialOf, spellings } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import type { SavedWorkflow } from '../client';
import { outputOf } from '../executions';
import { holdsKey, telltaleKey } from '../traces';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';
import { everyTwoSeconds, secondsBetweenPolls } from '../pollTimes';
import { startedBy, type QueueN8n } from './queueN8n';

/** The key of the site that the trigger asks. */
export const triggerKey = telltaleKey('trigger');

/** Far more than n8n needs for anything that is waited for, on a busy machine, too. */
const patience = 120;

/** The tests of the trigger in queue mode. */
export function testTrigger(n8nOf: () => QueueN8n): void {
	let n8n: QueueN8n;
	let site: SimulatedSite;
	let workflow: SavedWorkflow;
	/** Milliseconds since 1970. */
	let publishedAt: number;

	beforeAll(async () => {
		n8n = n8nOf();
		site = await startSimulator({ size: 5, apiKey: triggerKey });
		const credentialId = await n8n.client.createCredential('Miradore', credentialOf(site));
		const trigger = miradoreTrigger('Added', credentialId, {
			event: 'deviceAdded',
			pollTimes: everyTwoSeconds,
		});
		workflow = await n8n.client.createWorkflow(inARow('Added', [], [trigger]));
		publishedAt = Date.now();
		await n8n.client.publish(workflow);
		await polls(1);
	});

	afterAll(async () => {
		await n8n.client.deactivate(workflow);
		await site?.stop();
	});

	/** Adds a device to the site; gives its id. */
	function addDevice(): number {
		const id = Math.max(...site.fleet.devices.map((device) => device.id)) + 1;
		site.fleet.devices.push({ ...site.fleet.devices[0], id, status: 'Active' });
		return id;
	}

	/** The readings of the list, which fits into a page: one a poll. Details of new devices are asked by ID. */
	const lists = () => site.requests.filter(({ query }) => !String(query.filters).includes('ID eq'));

	/** Waits for so many more polls. */
	async function polls(count: number): Promise<void> {
		const enough = lists().length + count;
		const isEnough = () => lists().filter(({ status }) => status === 200).length >= enough;
		await waitUntil(isEnough, patience);
	}

	/** Waits until so many executions are there, and until a further poll has ended. */
	async function executions(count: number): Promise<void> {
		await waitUntil(async () => (await n8n.client.executions(workflow)).length >= count, patience);
		await polls(2);
	}

	/** The ids that the trigger has told so far, execution by execution, the oldest first. */
	async function told(): Promise<number[][]> {
		const executions = await n8n.client.history(workflow);
		expect(executions.map(({ status }) => status)).toEqual(executions.map(() => 'success'));
		return executions.map((execution) =>
			outputOf(execution, 'Added').map(({ json }) => Number(json.id)),
		);
	}

	it('starts one execution with one item for a device', async () => {
		const id = addDevice();
		await executions(1);
		expect(await told()).toEqual([[id]]);
	});

	it('loses and doubles no device over several polls', async () => {
		const earlier = (await told()).flat();
		const added: number[] = [];
		const turns = 3;
		for (let turn = 0; turn < turns; turn += 1) {
			added.push(addDevice(), addDevice());
			await polls(1);
		}
		await executions(1 + turns);
		const all = await told();
		expect(all.flat()).toEqual([...earlier, ...added]);
		expect(all).toHaveLength(1 + turns);
		expect(n8n.workers.flatMap(startedBy)).toHaveLength(all.length);
	});

	it('is polled by one process alone', () => {
		const times = lists().map(({ at }) => Date.parse(at));
		expect(times.length).toBeGreaterThanOrEqual(6);
		// Publishing polls once, and then each of the poll times since. A busy machine makes polls late or
		// leaves them out, so that there may be fewer; a second process would double their number.
		const turn = (time: number) => Math.floor(time / (secondsBetweenPolls * 1000));
		const turns = turn(times[times.length - 1]) - turn(publishedAt);
		expect(times.length).toBeLessThanOrEqual(1 + turns);
	});

	it('shows a poll that failed without the key that the site repeated', async () => {
		const body = spellings(site.apiKey).join(' ');
		// Twice, for a list that is refused once is asked for again with fewer items at a time.
		site.addFault({ path: '/API/Device', status: 400, body, times: 2 });
		let [latest] = await n8n.client.executions(workflow);
		await waitUntil(async () => {
			[latest] = await n8n.client.executions(workflow);
			return latest.status === 'error';
		}, patience);
		expect(latest.status).toBe('error');
		const text = await n8n.client.executionText(latest.id);
		expect(text).toContain('Miradore said: ***');
		expect(holdsKey(text, site.apiKey)).toBe(false);
	});
}
