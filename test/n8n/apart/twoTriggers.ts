import type { INode, INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../../simulator';
import { happenTo, preparePhones } from '../../trigger/happenings';
import type { N8nClient, SavedWorkflow } from '../client';
import { outputOf } from '../executions';
import { node } from '../node';
import { everyTwoSeconds } from '../pollTimes';
import { waitUntil } from '../waitUntil';
import { inARow, miradoreTrigger } from '../workflows';
import { clock } from './watch';

const event = 'deviceAdded';

/** One of the two triggers, with a site of its own. */
interface Side {
	node: INode;
	site: SimulatedSite;
	phones: SimulatedDevice[];
	/** The phones that were added. */
	added: number[];
}

/** A workflow with two triggers that tell of added devices. */
export class TwoTriggers {
	private constructor(
		private readonly n8n: N8nClient,
		private readonly sides: Side[],
		private workflow: SavedWorkflow,
	) {}

	/** Saves the workflow, without publishing it. */
	static async over(n8n: N8nClient): Promise<TwoTriggers> {
		const sides: Side[] = [];
		for (const name of ['First', 'Second']) {
			const site = await startSimulator();
			const credentialId = await n8n.createCredential(name, credentialOf(site));
			const node = miradoreTrigger(name, credentialId, { event, pollTimes: everyTwoSeconds });
			sides.push({ node, site, phones: [...preparePhones(site, event, clock, 9)], added: [] });
		}
		const triggers = sides.map(({ node }) => node);
		const end = node('End', 'n8n-nodes-base.noOp', 1);
		return new TwoTriggers(n8n, sides, await n8n.createWorkflow(inARow('Two', triggers, [end])));
	}

	/** Publishes the workflow, with other parameters of the first trigger where they are given. */
	async publish(parameters: INodeParameters = {}): Promise<void> {
		const nodes = this.workflow.nodes.map((node) =>
			node.name === 'First' ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		);
		this.workflow = await this.n8n.change({ ...this.workflow, nodes });
		await this.n8n.publish(this.workflow);
		await this.polls(2);
	}

	/** Adds a device for the first or the second one. */
	add(index: number): void {
		const { site, phones, added } = this.sides[index];
		const phone = phones.shift() as SimulatedDevice;
		happenTo(site, event, phone, clock);
		added.push(phone.id);
	}

	/** Expects that each one has told of its devices, once. */
	async expectTold(): Promise<void> {
		const added = this.sides.map((side) => side.added);
		const isOver = async () => (await this.told()).flat().length >= added.flat().length;
		await waitUntil(isOver, 60, 1000);
		await this.polls(2);
		expect(await this.told()).toEqual(added);
	}

	/** Ends what it started. */
	async stop(): Promise<void> {
		for (const { site } of this.sides) await site.stop();
	}

	/** Waits until both have polled so often. */
	private async polls(count: number): Promise<void> {
		const polls = ({ site }: Side) => site.requests.filter(({ api }) => api === 'v1').length;
		const enough = this.sides.map((side) => polls(side) + count + 1);
		await waitUntil(() => this.sides.every((side, index) => polls(side) >= enough[index]), 60);
	}

	private async told(): Promise<number[][]> {
		const ended = await this.n8n.history(this.workflow);
		return this.sides.map(({ node }) =>
			ended.flatMap((execution) =>
				outputOf(execution, node.name).map(({ json }) => Number(json.id)),
			),
		);
	}
}
