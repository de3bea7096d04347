import { useSite } from '../core/site';
import { MiradoreTrigger as type } from '../../nodes/Miradore/MiradoreTrigger.node';
import { engines } from '../core/triggerSettings';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';
import { happenings, happenTo, idsOf, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

const happen = (event: string, phone: SimulatedDevice) => {
	happenTo(simulation.site, event, phone, clock);
	clock.pass(minute);
};

describe.each(engines)('In %s', (engine) => {
	it.each(
		Object.keys(happenings).flatMap((event) =>
			(['update', 'leadershipChange'] as const).map((mode): [string, typeof mode] => [event, mode]),
		),
	)(
		'%s: what was told is not told again where n8n saves that only after %s',
		async (event, mode) => {
			const [one, two] = preparePhones(simulation.site, event, clock);
			const published = triggerOn(simulation.site, event, {}, engine);
			await published.activate();
			happen(event, one);
			await published.poll({ savesLate: true });
			await published.activate(mode);
			happen(event, two);
			await published.poll();
			await published.poll();
			expect(idsOf(published)).toEqual([1, 2]);
		},
	);

	it.each(Object.keys(happenings))(
		'%s: what n8n drops as it activates the workflow anew is told by the next poll',
		async (event) => {
			const [one, two] = preparePhones(simulation.site, event, clock);
			const published = triggerOn(simulation.site, event, {}, engine);
			await published.activate();
			happen(event, one);
			await published.poll();
			happen(event, two);
			await published.poll({ dropped: true });
			await published.activate('update');
			await published.poll();
			await published.poll();
			expect(idsOf(published)).toEqual([1, 2]);
		},
	);
});

describe.each(['n8n 1', 'n8n 2'] as const)('In %s', (engine) => {
	const event = 'deviceAdded';

	it('the state of other choices that n8n has saved again leaves out nothing that happens', async () => {
		const [one, two, three, four] = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, {}, engine);
		await published.activate();
		happen(event, one);
		await published.poll();
		const old = published.saved;
		const choice = { devices: 'filters', filters: { nameContains: 'Phone' } };
		Object.assign(published.settings.parameters, choice);
		await published.activate('update');
		for (const phone of [two, three]) {
			// As where another trigger of the workflow tells something.
			published.saved = old;
			happen(event, phone);
			await published.activate('update');
			await published.poll();
		}
		published.saved = '{}';
		happen(event, four);
		await published.activate('update');
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2, 3, 4]);
	});

	it.each(Object.keys(happenings))(
		'%s: a state before what was told, that n8n has saved again, is caught up with',
		async (about) => {
			const [one, two] = preparePhones(simulation.site, about, clock);
			const published = triggerOn(simulation.site, about, {}, engine);
			await published.activate();
			happen(about, one);
			await published.poll();
			for (let poll = 0; poll < 5; poll += 1) await published.poll();
			const before = published.state;
			await published.activate('update');
			happen(about, two);
			await published.poll();
			// As where another trigger of the workflow tells something.
			published.saved = before;
			await published.activate('update');
			await published.poll();
			expect(idsOf(published)).toEqual([1, 2]);
		},
	);

	it('an execution that n8n fails to start is tried again', async () => {
		const [one] = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, {}, engine);
		await published.activate();
		happen(event, one);
		Object.assign(published, { refusal: new Error('no room') });
		await published.poll();
		Object.assign(published, { refusal: undefined });
		await published.activate('update');
		await published.poll();
		expect(idsOf(published)).toEqual([1]);
	});

	it('another version of the package that n8n loads meanwhile goes on', async () => {
		const [one, two] = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, {}, engine);
		await published.activate();
		await published.poll();
		happen(event, one);
		await jest.isolateModulesAsync(async () => {
			const { MiradoreTrigger } = await import('../../nodes/Miradore/MiradoreTrigger.node');
			expect(MiradoreTrigger).not.toBe(type);
			published.replaceNode(new MiradoreTrigger());
			await published.poll();
			happen(event, two);
			await published.poll();
		});
		expect(idsOf(published)).toEqual([1, 2]);
	});
});
