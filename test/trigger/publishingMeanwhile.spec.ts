import { useSite } from '../core/site';
import { engines } from '../core/triggerSettings';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';
import { happenings, idsOf, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

const happen = (event: string, phone: SimulatedDevice) => {
	happenings[event].happen(phone, clock, simulation.site.fleet.users);
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

it.each(['n8n 1', 'n8n 2'] as const)(
	'In %s a process that takes over knows of what was published in another meanwhile',
	async (engine) => {
		const [one, two] = preparePhones(simulation.site, 'deviceAdded', clock);
		const published = triggerOn(simulation.site, 'deviceAdded', {}, engine);
		await published.activate();
		happen('deviceAdded', one);
		await published.poll();
		happen('deviceAdded', two);
		const elsewhere = triggerOn(simulation.site, 'deviceAdded', {}, engine);
		await elsewhere.activate();
		published.saved = elsewhere.saved;
		await published.activate('leadershipChange');
		await published.poll();
		expect(idsOf(published)).toEqual([1]);
	},
);
