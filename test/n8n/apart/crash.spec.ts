import type { INode } from 'n8n-workflow';
import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import type { N8nClient } from '../client';
import { withoutEditor } from '../environment';
import { failureOf } from '../executions';
import { inRounds } from '../inRounds';
import { startSignedIn, type SignedIn } from '../signedIn';
import { waitUntil } from '../waitUntil';
import {
	inARow,
	listDevices,
	manualTrigger,
	miradore,
	type WorkflowDefinition,
} from '../workflows';

const trigger = 'Run';
const ids = Array.from({ length: 20 }, (_, index) => index + 1);

/** A run that locks twenty devices of a site of its own, and what becomes of it. */
class Run {
	private constructor(
		readonly site: SimulatedSite,
		readonly id: string,
	) {}

	/** Starts it; eight of the devices are locked, and the ninth waits until `goesOn`. */
	static async start(
		n8n: N8nClient,
		saveExecutionProgress: boolean,
		make: (...nodes: INode[]) => WorkflowDefinition,
		goesOn: Promise<void>,
	): Promise<Run> {
		const site = await startSimulator();
		site.addFault({ before: () => (site.requests.length > 8 ? goesOn : undefined) });
		for (const device of site.fleet.devices) device.status = 'Active';
		const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const options = { maxParallelRequests: 1 };
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const made = make(...listDevices(ids), lock);
		const settings = { ...made.settings, saveExecutionProgress };
		const id = await n8n.start(await n8n.createWorkflow({ ...made, settings }), trigger);
		return new Run(site, id);
	}

	/** How often each of the devices was locked. */
	get locks(): number[] {
		return ids.map((id) => this.site.fleet.devices[id - 1].lockedAt.length);
	}
}

/** What README says of a crash, which this package can't make better: n8n keeps nothing of a node in it. */
describe('After a crash of n8n in the middle of a run', () => {
	let started: SignedIn;
	let n8n: N8nClient;
	let runs: Record<'withoutProgress' | 'whole' | 'failing' | 'inRounds', Run>;

	const inOneRun = (...nodes: INode[]) => inARow('Crash', [manualTrigger(trigger)], nodes);

	/** Five devices in each round of a loop. */
	const fiveByFive = (...nodes: INode[]) =>
		inRounds(trigger, nodes.slice(0, -1), nodes.slice(-1), 5);

	beforeAll(async () => {
		started = await startSignedIn(withoutEditor);
		n8n = started.client;
		let goOn = () => {};
		const crash = new Promise<void>((resolve) => (goOn = resolve));
		runs = {
			withoutProgress: await Run.start(n8n, false, inOneRun, crash),
			whole: await Run.start(n8n, true, inOneRun, crash),
			failing: await Run.start(n8n, true, inOneRun, crash),
			inRounds: await Run.start(n8n, true, fiveByFive, crash),
		};
		const all = Object.values(runs);
		await waitUntil(() => all.every(({ site }) => site.requests.length > 8), 60);
		await started.server.restart(goOn, 'crash');
		for (const { site } of all) site.clearFaults();
		for (const { locks } of all) {
			expect(Math.max(...locks)).toBe(1);
			expect(Math.min(...locks)).toBe(0);
		}
	});

	afterAll(async () => {
		for (const { site } of Object.values(runs ?? {})) await site.stop();
		await started?.stop();
	});

	const warning = 'some devices may have got the command twice';

	it("n8n's Retry is refused where it saved no progress", async () => {
		const { id, locks, site } = runs.withoutProgress;
		// With words of its own, or with an error where it hasn't yet noticed the crash.
		await expect(n8n.retry(id)).rejects.toThrow(`/executions/${id}/retry with `);
		expect(runs.withoutProgress.locks).toEqual(locks);
		expect(site.inWork).toBe(0);
	});

	it("n8n's Retry sends all again where it saved the progress, and says so", async () => {
		const { id, locks } = runs.whole;
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('success');
		expect(runs.whole.locks).toEqual(locks.map((count) => count + 1));
		const hints = retried.data.resultData.runData.Lock[0].hints ?? [];
		expect(hints.map(({ message }) => message).join()).toContain(warning);
	});

	it('the error of such a Retry says so, too', async () => {
		const { id, site } = runs.failing;
		site.addFault({ path: '/Device/20/Lock', status: 404 });
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('error');
		expect(failureOf(retried)).toContain(warning);
	});

	it("n8n's Retry says so where the crash was in a later round of a loop", async () => {
		const { id, locks: before } = runs.inRounds;
		expect(before.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
		const retried = await n8n.waitForExecution((await n8n.retry(id)).id);
		expect(retried.status).toBe('success');
		// The round that was under way is sent again; the one before and those behind it aren't.
		const { locks } = runs.inRounds;
		const [first, again, ...others] = [0, 5, 10, 15].map((from) => locks.slice(from, from + 5));
		expect(first).toEqual([1, 1, 1, 1, 1]);
		expect(again).toEqual(before.slice(5, 10).map((count) => count + 1));
		expect(others.flat()).toEqual(Array(10).fill(1));
		const rounds = retried.data.resultData.runData.Lock;
		const said = rounds.map(({ hints = [] }) => hints.map(({ message }) => message).join());
		expect(said.map((text) => text.includes(warning))).toEqual([false, true, false, false]);
	});
});
