import { credentialOf, spellings } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import type { SavedWorkflow } from '../client';
import { outputOf } from '../executions';
import { holdsKey, telltaleKey } from '../traces';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';
import { startedBy, startQueueN8n, type QueueN8n } from './queueN8n';

const secondsBetween = 5;
// n8n takes no expression with several seconds in it, but several expressions.
const pollTimes = {
	item: Array.from({ length: 60 / secondsBetween }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * secondsBetween} * * * * *`,
	})),
};

describe('The trigger in queue mode, with two workers', () => {
	let n8n: QueueN8n;
	let site: SimulatedSite;
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		n8n = await startQueueN8n();
		site = await startSimulator({ size: 5, apiKey: telltaleKey('trigger') });
		const credentialId = await n8n.client.createCredential('Miradore', credentialOf(site));
		const trigger = miradoreTrigger('Added', credentialId, { event: 'deviceAdded', pollTimes });
		workflow = await n8n.client.createWorkflow(inARow('Added', [], [trigger]));
		await n8n.client.publish(workflow);
		await polls(1);
		site.clearRequests();
	}, 600_000);

	afterAll(async () => {
		await site?.stop();
		await n8n?.stop();
	});

	/** Adds a device to the site; gives its id. */
	function addDevice(): number {
		const id = Math.max(...site.fleet.devices.map((device) => device.id)) + 1;
		site.fleet.devices.push({ ...site.fleet.devices[0], id, status: 'Active' });
		return id;
	}

	/** Waits for so many more polls; each is one request, for the list fits into a page. */
	async function polls(count: number): Promise<void> {
		const enough = site.requests.length + count;
		const isEnough = () => site.requests.filter(({ status }) => status === 200).length >= enough;
		await waitUntil(isEnough, (count + 2) * secondsBetween);
	}

	/** The ids that the trigger has told so far, execution by execution, the oldest first. */
	async function told(): Promise<number[][]> {
		const summaries = await n8n.client.executions(workflow);
		const ended = summaries.map(({ id }) => n8n.client.waitForExecution(id));
		const executions = (await Promise.all(ended)).reverse();
		expect(executions.map(({ status }) => status)).toEqual(executions.map(() => 'success'));
		return executions.map((execution) =>
			outputOf(execution, 'Added').map(({ json }) => Number(json.id)),
		);
	}

	it('starts one execution with one item for a device', async () => {
		const id = addDevice();
		await polls(2);
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
		await polls(1);
		const executions = await told();
		expect(executions.flat()).toEqual([...earlier, ...added]);
		expect(executions).toHaveLength(1 + turns);
		expect(n8n.workers.flatMap(startedBy)).toHaveLength(executions.length);
	});

	it('is polled by one process alone', () => {
		const times = site.requests.map(({ at }) =>
			Math.floor(Date.parse(at) / (secondsBetween * 1000)),
		);
		expect(times.length).toBeGreaterThanOrEqual(6);
		expect(times).toEqual(times.map((_, index) => times[0] + index));
	});

	it('shows a poll that failed without the key that the site repeated', async () => {
		const body = spellings(site.apiKey).join(' ');
		site.addFault({ path: '/API/Device', status: 400, body, times: 1 });
		await polls(1);
		const [latest] = await n8n.client.executions(workflow);
		expect(latest.status).toBe('error');
		const text = await n8n.client.executionText(latest.id);
		expect(text).toContain('Miradore said: ***');
		expect(holdsKey(text, site.apiKey)).toBe(false);
	});

	it('leaves no trace of the key in n8n, PostgreSQL and Redis', async () => {
		expect(await n8n.tracesOf(site.apiKey)).toEqual([]);
	});
});
