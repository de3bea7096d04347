import { useSite } from '../core/site';
import { engines } from '../core/triggerSettings';
import type { SimulatedDevice } from '../simulator';
import { day, hour, minute, useClock } from './clock';
import { happenings, happenTo, idsOf, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

const noRetries = { options: { maxRetries: 0 } };
const happen = (event: string, ...phones: SimulatedDevice[]) => {
	for (const phone of phones) happenTo(simulation.site, event, phone, clock);
	clock.pass(minute);
};

describe.each(engines)('In %s', (engine) => {
	it.each(Object.keys(happenings))(
		'%s is told that happens between publishing and the first poll',
		async (event) => {
			const [one] = preparePhones(simulation.site, event, clock);
			const published = triggerOn(simulation.site, event, {}, engine);
			await published.activate();
			happen(event, one);
			await published.poll();
			await published.poll();
			expect(idsOf(published)).toEqual([1]);
		},
	);

	it('what left an area in three weeks without being published starts nothing', async () => {
		const event = 'areaLeft';
		const phones = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, {}, engine);
		await published.activate();
		clock.pass(7 * day);
		happen(event, ...phones);
		clock.pass(14 * day);
		happen(event, ...phones);
		await published.activate();
		await published.poll();
		expect(idsOf(published)).toEqual([]);
	});

	it.each(['activate', 'init'] as const)(
		'what is inside an area at publishing has entered where that is asked for, at %s',
		async (mode) => {
			const event = 'areaEntered';
			const [one] = preparePhones(simulation.site, event, clock);
			const parameters = { options: { countsFirstSeen: true } };
			const published = triggerOn(simulation.site, event, parameters, engine);
			happen(event, one);
			await published.activate();
			clock.pass(hour);
			await published.activate(mode);
			await published.poll();
			expect(idsOf(published)).toEqual(mode === 'activate' ? [1, 1] : [1]);
		},
	);

	it.each(Object.keys(happenings))(
		'%s: publishing that fails leaves nothing, so that the next try starts nothing old',
		async (event) => {
			const { site } = simulation;
			const [one, two, three] = preparePhones(site, event, clock);
			const published = triggerOn(site, event, noRetries, engine);
			await published.activate();
			clock.pass(day);
			happen(event, one);
			site.addFault({ path: /./, status: 503 });
			await expect(published.activate()).rejects.toThrow('(503)');
			site.clearFaults();
			happen(event, three);
			// n8n 2 tries again by itself, with the mode of an edit.
			await published.activate(engine === 'n8n 1' ? 'activate' : 'update');
			happen(event, two);
			await published.poll();
			await published.poll();
			expect(idsOf(published)).toEqual([2]);
		},
	);

	it.each(Object.keys(happenings))(
		'%s: a restart that fails at first loses nothing',
		async (event) => {
			const { site } = simulation;
			const [one, two] = preparePhones(site, event, clock);
			const published = triggerOn(site, event, noRetries, engine);
			await published.activate();
			happen(event, one);
			site.addFault({ path: /./, status: 503 });
			await published.activate('init').catch(() => undefined);
			site.clearFaults();
			happen(event, two);
			await published.activate('init');
			await published.poll();
			expect(idsOf(published).sort()).toEqual([1, 2]);
		},
	);

	it.each(
		Object.keys(happenings).flatMap((event) =>
			(['activate', 'update'] as const).map((mode): [string, typeof mode] => [event, mode]),
		),
	)('%s: a poll under way at %s writes over nothing and tells nothing', async (event, mode) => {
		const { site } = simulation;
		const [one, two] = preparePhones(site, event, clock);
		const published = triggerOn(site, event, {}, engine);
		await published.activate();
		happen(event, one);
		site.clearRequests();
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		site.addFault({ path: /./, before: () => held, times: 1 });
		const slow = published.poll();
		while (site.requests.length === 0) await new Promise(setImmediate);
		clock.pass(minute);
		await published.activate(mode);
		happen(event, two);
		release();
		await slow;
		await published.poll();
		published.lose();
		await published.poll();
		expect(idsOf(published)).toEqual(mode === 'activate' ? [2] : [1, 2]);
	});

	it('another event begins anew, with a state of its own', async () => {
		preparePhones(simulation.site, 'locationReported', clock);
		const published = triggerOn(simulation.site, 'locationReported', {}, engine);
		await published.activate();
		published.settings.parameters.event = 'deviceAdded';
		await published.activate('update');
		expect(published.state).toContain('known');
		expect(published.state).not.toContain('devices');
	});
});
