import type { IDataObject, INode, INodeExecutionData, WorkflowActivateMode } from 'n8n-workflow';
import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { loadTriggers, pollContext, runPoll, type Poller } from '../core/pollContext';
import { useSite } from '../core/site';
import { useClock } from './clock';
import { happenTo, preparePhones } from './happenings';

const simulation = useSite();
const clock = useClock();
const type = new MiradoreTrigger();
let workflows = 0;

/** The names of the triggers, and what they tell of. */
const events = { One: 'deviceAdded', Other: 'deviceRetired' };
type Name = keyof typeof events;
const names = Object.keys(events) as Name[];

/**
 * A workflow with two triggers as n8n 2 runs it: what it activates has a workflow of its own in memory,
 * and the states of all triggers are saved as the one has them that tells something.
 */
class TwoTriggers {
	readonly told: Record<Name, unknown[]> = { One: [], Other: [] };
	saved = '{}';
	private id = '';
	private readonly pollers: Partial<Record<Name, Poller>> = {};

	/** Activates the triggers, from what is saved; as n8n does that has been started again, where it is `init`. */
	async activate(mode: WorkflowActivateMode, activated = names): Promise<void> {
		// To what the trigger's module keeps in memory it is another workflow.
		if (mode !== 'update') this.id = `two triggers ${(workflows += 1)}`;
		const of = (name: Name) => ({
			parameters: { event: events[name] } as IDataObject,
			credential: simulation.credential,
		});
		const triggers = { One: of('One'), Other: of('Other') };
		const workflow = loadTriggers(this.id, triggers, this.saved, () => type);
		for (const name of activated) {
			const node = workflow.getNode(name) as INode;
			const emit = ([items]: INodeExecutionData[][]) =>
				void this.told[name].push(...items.map(({ json }) => json.deviceId));
			const called = { mode: 'trigger', activation: mode, emit, emitError: fail } as const;
			const context = pollContext({ workflow, node }, { settings: of(name), ...called });
			this.pollers[name] = { workflow, node, context };
			await this.poll(name);
		}
		this.save(workflow);
	}

	/** Has one of them poll. */
	async poll(name: Name): Promise<void> {
		const poller = this.pollers[name] as Poller;
		const given = await runPoll(poller);
		if (!given) return;
		poller.context.__emit(given);
		this.save(poller.workflow);
	}

	/** What n8n has saved of one of them. */
	stateOf(name: Name): unknown {
		return (JSON.parse(this.saved) as Record<string, unknown>)[`node:${name}`];
	}

	private save({ staticData }: Poller['workflow']): void {
		this.saved = JSON.stringify(staticData);
	}
}

function fail(error: Error): never {
	throw error;
}

const happen = (name: Name, index: number) =>
	happenTo(simulation.site, events[name], simulation.site.fleet.devices[index], clock);

describe('Two triggers of a workflow', () => {
	let two: TwoTriggers;
	beforeEach(async () => {
		preparePhones(simulation.site, events.One, clock, 8);
		for (const phone of simulation.site.fleet.devices.slice(4)) phone.status = 'Active';
		two = new TwoTriggers();
		await two.activate('activate');
	});

	it.each<[Name, Name]>([
		['One', 'Other'],
		['Other', 'One'],
	])(
		'tell nothing twice behind a restart, where %s was edited and %s tells first',
		async (edited, first) => {
			await two.activate('update', [edited]);
			for (const [step, name] of [first, edited, first, edited].entries()) {
				happen(name, name === 'One' ? step : 4 + step);
				await two.poll(name);
			}
			const before = structuredClone(two.told);
			expect(before).toEqual(
				first === 'One' ? { One: [1, 3], Other: [6, 8] } : { One: [2, 4], Other: [5, 7] },
			);
			await two.activate('init');
			for (const name of [...names, ...names]) await two.poll(name);
			expect(two.told).toEqual(before);
		},
	);

	it('leave the state of the other as its last poll left it', async () => {
		happen('Other', 4);
		await two.poll('Other');
		const told = two.stateOf('Other') as IDataObject;
		await two.poll('Other');
		happen('One', 0);
		await two.poll('One');
		expect(two.stateOf('Other')).toMatchObject({ turn: Number(told.turn) + 1 });
		expect(two.told).toEqual({ One: [1], Other: [5] });
	});

	it('know nothing of those of the same names in another workflow', async () => {
		const others = new TwoTriggers();
		await others.activate('activate');
		for (const index of [4, 5, 6]) {
			happen('Other', index);
			await others.poll('Other');
		}
		const before = two.stateOf('Other');
		happen('One', 0);
		await two.poll('One');
		expect(two.stateOf('Other')).toEqual(before);
		await two.activate('init');
		await two.poll('Other');
		expect(two.told).toEqual({ One: [1], Other: [5, 6, 7] });
	});
});
