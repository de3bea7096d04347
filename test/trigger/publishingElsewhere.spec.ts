import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';
import { happenTo, idsOf, preparePhones, triggerOn } from './happenings';

const event = 'deviceAdded';
const simulation = useSite();
const clock = useClock();

const happen = (phone: SimulatedDevice) => {
	happenTo(simulation.site, event, phone, clock);
	clock.pass(minute);
};

/** A state as a process wrote it that isn't this one. */
const asElsewhere = (saved: string) => saved.replace(/"writer":"[^"]+"/, '"writer":"elsewhere"');

describe.each(['n8n 1', 'n8n 2'] as const)('In %s', (engine) => {
	it('a process that takes over knows of what was published in another meanwhile', async () => {
		const [one, two] = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, {}, engine);
		await published.activate();
		happen(one);
		await published.poll();
		happen(two);
		const elsewhere = triggerOn(simulation.site, event, {}, engine);
		await elsewhere.activate();
		published.saved = asElsewhere(elsewhere.saved);
		await published.activate('leadershipChange');
		await published.poll();
		expect(idsOf(published)).toEqual([1]);
	});

	it('a process that leads again tells nothing that another told meanwhile', async () => {
		const [one, two] = preparePhones(simulation.site, event, clock);
		const [here, elsewhere] = [1, 2].map(() => triggerOn(simulation.site, event, {}, engine));
		await here.activate();
		for (let poll = 0; poll < 5; poll += 1) await here.poll();
		happen(one);
		await here.poll({ savesLate: true });
		elsewhere.saved = asElsewhere(here.saved);
		await elsewhere.activate('leadershipChange');
		happen(two);
		await elsewhere.poll();
		here.saved = asElsewhere(elsewhere.saved);
		await here.activate('leadershipChange');
		await here.poll();
		expect(idsOf(here)).toEqual([1]);
	});
});
