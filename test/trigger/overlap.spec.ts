import { useSite } from '../core/site';
import { engines } from '../core/triggerSettings';
import { hour, minute, useClock } from './clock';
import { happenings, happenTo, idsOf, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

describe.each(engines)('In %s', (engine) => {
	it.each(Object.keys(happenings))('%s is told once by polls at the same time', async (event) => {
		const { site } = simulation;
		const [one, two] = preparePhones(site, event, clock);
		const published = triggerOn(site, event, {}, engine);
		await published.activate();
		clock.pass(minute);
		happenTo(simulation.site, event, one, clock);
		clock.pass(minute);
		site.addFault({ path: /./, delay: 100, times: 2 });
		// As after a restart of n8n's durable scheduler, which makes up for what it missed.
		await Promise.all(Array.from({ length: 5 }, () => published.poll()));
		expect(idsOf(published)).toEqual([1]);
		happenTo(simulation.site, event, two, clock);
		clock.pass(minute);
		await published.poll();
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2]);
		expect(published.failures).toEqual([]);
	});
});

it('What n8n did not keep of a poll is told again', async () => {
	const { site } = simulation;
	const [one] = preparePhones(site, 'deviceAdded', clock);
	const published = triggerOn(site, 'deviceAdded', {}, 'n8n 2, durable');
	await published.activate();
	clock.pass(hour);
	const cursor = published.state;
	happenTo(simulation.site, 'deviceAdded', one, clock);
	for (let time = 0; time < 2; time += 1) {
		Object.assign(published, { cursor });
		await published.poll();
		clock.pass(2 * minute);
	}
	expect(idsOf(published)).toEqual([1, 1]);
});
