import type { INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../../simulator';
import { happenings, happenTo, preparePhones } from '../../trigger/happenings';
import type { N8nClient, SavedWorkflow } from '../client';
import { failureOf, outputOf } from '../executions';
import { everyTwoSeconds } from '../pollTimes';
import { versionName } from '../version';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';

/** Answers of n8n one after the other, without a request to the site, after which no poll is under way. */
const enoughQuietAnswers = 20;

/** The time as it is; what is to pass passes by itself. */
export const clock = {
	get now() {
		return Date.now();
	},
	ago: (milliseconds = 0) => new Date(Date.now() - milliseconds).toISOString(),
	pass: () => undefined,
};

/** A workflow that is published with an event, and a site of its own with six phones. */
export class Watch {
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

	/**
	 * Saves the workflow, without publishing it.
	 *
	 * @param event a value of 'Trigger On'
	 * @param apiKey of the site; without one, it has the key that all simulated sites have
	 */
	static async over(n8n: N8nClient, event: string, apiKey?: string): Promise<Watch> {
		const site = await startSimulator({ apiKey });
		const credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		const parameters = { event, pollTimes: everyTwoSeconds, ...happenings[event].parameters };
		const trigger = miradoreTrigger('Trigger', credentialId, parameters);
		const workflow = await n8n.createWorkflow(inARow(event, [], [trigger]));
		return new Watch(n8n, event, site, workflow);
	}

	/** Expects of an event, with a site of its own, that it is told of once behind the first poll. */
	static async expectTold(n8n: N8nClient, event: string, apiKey?: string): Promise<void> {
		const watch = await Watch.over(n8n, event, apiKey);
		await watch.publish();
		await watch.firstPoll();
		watch.happen();
		await watch.expectTold();
		await watch.unpublish();
		await watch.site.stop();
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

	/** Takes the workflow back, and waits until it is and the last of its polls has ended. */
	async unpublish(): Promise<void> {
		await this.n8n.deactivate(this.workflow);
		// n8n 1 answers once it polls no more, n8n 2 possibly before.
		const isTakenBack = async () =>
			versionName.startsWith('1.') ||
			(await this.n8n.publicationStatus(this.workflow)).includes('not_published');
		await waitUntil(isTakenBack, 60);
		// A poll that has begun goes on, and nothing shows it before its first request and between the list
		// and the details. n8n computes less there than for these answers, however slow it is.
		let quietAnswers = 0;
		await waitUntil(
			async () => {
				const { length } = this.site.requests;
				await this.n8n.executions(this.workflow);
				const isQuiet = this.site.inWork === 0 && this.site.requests.length === length;
				quietAnswers = isQuiet ? quietAnswers + 1 : 0;
				return quietAnswers >= enoughQuietAnswers;
			},
			60,
			50,
		);
	}

	/** Waits until the poll by which n8n activates the workflow has read all that it asks for. */
	async firstPoll(): Promise<void> {
		const asksForLocations = !this.event.startsWith('device');
		const enough = 1 + (asksForLocations ? this.phones.length : 0);
		const answered = () => this.site.requests.filter(({ status }) => status !== undefined).length;
		await waitUntil(() => answered() >= enough, 60);
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
		happenTo(this.site, this.event, phone, clock);
		if (isToBeTold) this.expected.push(phone.id);
	}

	/** Expects that each phone was told of that has to be, once, and no other. */
	async expectTold(): Promise<void> {
		await waitUntil(async () => (await this.told()).length >= this.expected.length, 60, 1000);
		await this.polls(2);
		expect([this.event, ...(await this.told())]).toEqual([this.event, ...this.expected]);
	}

	private async told(): Promise<number[]> {
		return (await this.n8n.history(this.workflow)).flatMap((execution) => {
			expect(failureOf(execution)).toBe('');
			return outputOf(execution, 'Trigger').map(({ json }) => Number(json.deviceId ?? json.id));
		});
	}
}
