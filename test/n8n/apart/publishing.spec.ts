import type { INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../../simulator';
import { happenings, preparePhones } from '../../trigger/happenings';
import { N8nClient, type SavedWorkflow } from '../client';
import { failureOf, outputOf } from '../executions';
import { packProject, type PackedProject } from '../pack';
import { everyTwoSeconds, secondsBetweenPolls } from '../pollTimes';
import { schedulers } from '../schedulers';
import { startN8n, type RunningN8n } from '../server';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';

/** The time as it is; what is to pass passes by itself. */
const clock = {
	get now() {
		return Date.now();
	},
	ago: (milliseconds = 0) => new Date(Date.now() - milliseconds).toISOString(),
	pass: () => undefined,
};

/** A workflow that is published with an event, and a site of its own. */
class Watch {
	private readonly phones: SimulatedDevice[];
	private readonly expected: number[] = [];

	private constructor(
		private readonly n8n: N8nClient,
		private readonly event: string,
		readonly site: SimulatedSite,
		private workflow: SavedWorkflow,
	) {
		this.phones = [...preparePhones(site, event, clock, 6)];
	}

	static async over(n8n: N8nClient, event: string): Promise<Watch> {
		const site = await startSimulator();
		const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const parameters = { event, pollTimes: everyTwoSeconds, ...happenings[event].parameters };
		const trigger = miradoreTrigger('Trigger', credentialId, parameters);
		const workflow = await n8n.createWorkflow(inARow(event, [], [trigger]));
		return new Watch(n8n, event, site, workflow);
	}

	/** Publishes the workflow, with other parameters of the trigger where they are given. */
	async publish(parameters: INodeParameters = {}): Promise<void> {
		const nodes = this.workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...parameters },
		}));
		this.workflow = await this.n8n.change({ ...this.workflow, nodes });
		await this.n8n.publish(this.workflow);
	}

	/** Takes the workflow back, and waits until it is. */
	async unpublish(): Promise<void> {
		await this.n8n.deactivate(this.workflow);
		const latest = () => Math.max(...this.site.requests.map(({ at }) => Date.parse(at)));
		await waitUntil(() => Date.now() - latest() > 2.5 * secondsBetweenPolls * 1000, 60);
	}

	/** Waits until the poll by which n8n activates the workflow has read all that it asks for. */
	async firstPoll(): Promise<void> {
		const asksForLocations = !this.event.startsWith('device');
		const requests = 1 + (asksForLocations ? this.phones.length : 0);
		await waitUntil(() => this.site.requests.length >= requests, 60);
	}

	/** Waits until so many more polls have begun, and the one before them has ended. */
	async polls(count: number): Promise<void> {
		const begun = () => this.site.requests.filter(({ api }) => api === 'v1').length;
		const enough = begun() + count + 1;
		await waitUntil(() => begun() >= enough, 60);
	}

	/** Lets the event happen to one more phone, which is to be told of or not. */
	happen(isToBeTold = true): void {
		const phone = this.phones.shift() as SimulatedDevice;
		happenings[this.event].happen(phone, clock, this.site.fleet.users);
		if (isToBeTold) this.expected.push(phone.id);
	}

	/** Expects that each phone was told of that has to be, once, and no other. */
	async expectTold(): Promise<void> {
		await waitUntil(async () => (await this.told()).length >= this.expected.length, 60);
		await this.polls(2);
		expect([this.event, ...(await this.told())]).toEqual([this.event, ...this.expected]);
	}

	private async told(): Promise<number[]> {
		const summaries = await this.n8n.executions(this.workflow);
		const ended = await Promise.all(summaries.map(({ id }) => this.n8n.waitForExecution(id)));
		return ended.reverse().flatMap((execution) => {
			expect(failureOf(execution)).toBe('');
			return outputOf(execution, 'Trigger').map(({ json }) => Number(json.deviceId ?? json.id));
		});
	}
}

/**
 * The durable scheduler, which n8n doesn't switch on by itself, comes late on a busy machine: it is tried
 * with `MIRADORE_SCHEDULERS=all`.
 */
const tried = Object.entries(schedulers).slice(
	0,
	process.env.MIRADORE_SCHEDULERS === 'all' ? undefined : 1,
);

describe.each(tried)('Publishing, %s', (_name, environment) => {
	let packed: PackedProject;
	let server: RunningN8n;
	let watches: Watch[];

	beforeAll(async () => {
		packed = await packProject();
		server = await startN8n(packed.tarball, environment);
		const n8n = new N8nClient(server.url);
		await n8n.setUpOwner({ email: 'owner@n8n.example', password: 'Only4Loopback' });
		const events = ['deviceAdded', 'deviceRetired', 'locationReported', 'areaLeft'];
		watches = await Promise.all(events.map((event) => Watch.over(n8n, event)));
	});

	afterAll(async () => {
		for (const { site } of watches ?? []) await site.stop();
		await server?.stop();
		await packed?.remove();
	});

	/** The same for all events, side by side. */
	const each = (act: (watch: Watch) => Promise<void>) => Promise.all(watches.map(act));

	it('starts nothing; what happens then is told once', async () => {
		await each(async (watch) => {
			await watch.publish();
			await watch.firstPoll();
			watch.happen();
			await watch.expectTold();
		});
	});

	it('again after a pause starts nothing of what happened meanwhile', async () => {
		await each(async (watch) => {
			await watch.unpublish();
			watch.happen(false);
			await watch.publish();
			await watch.polls(2);
			watch.happen();
			await watch.expectTold();
		});
	});

	it('goes on where it was when n8n starts again', async () => {
		await server.restart(() => watches.forEach((watch) => watch.happen()));
		await each((watch) => watch.expectTold());
	});

	it('with other poll times goes on where it was', async () => {
		await each(async (watch) => {
			await watch.publish({ pollTimes: { item: everyTwoSeconds.item.slice(1) } });
			await watch.polls(2);
			watch.happen();
			await watch.expectTold();
		});
	});

	it('with another choice of devices starts nothing of what happened before', async () => {
		await each(async (watch) => {
			await watch.publish({ devices: 'filters', filters: { nameContains: 'nobody' } });
			await watch.polls(2);
			watch.happen(false);
			await watch.publish({ filters: { nameContains: 'Phone' } });
			await watch.polls(2);
			await watch.expectTold();
		});
	});
});
