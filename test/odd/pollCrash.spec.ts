import { useSite } from '../core/site';
import { hour, minute, useClock } from '../trigger/clock';
import { preparePhones, triggerOn } from '../trigger/happenings';

const simulation = useSite();
const clock = useClock();

// Matters: one device that sent 17 locations of one moment and then none makes each poll fail, and the
// events of all other devices after it are lost or delayed without end.
it('a device whose 20 locations of one moment are gone does not stop the others', async () => {
	const [one, two] = preparePhones(simulation.site, 'locationReported', clock);
	const published = triggerOn(simulation.site, 'locationReported', {});
	await published.activate();
	clock.pass(minute);
	const timestamp = clock.ago(0);
	for (let i = 0; i < 20; i++) one.fixes.push({ timestamp, latitude: 40 + i, longitude: 24 });
	await published.poll();
	one.fixes.length = 0;
	clock.pass(hour);
	two.fixes.push({ timestamp: clock.ago(0), latitude: 70, longitude: 24 });
	await published.poll();
	expect(published.failures).toEqual([]);
	expect(published.delivered.map(({ latitude }) => latitude)).toContain(70);
});

// Matters: the cursors of the devices before it have moved on already; their events are thrown away for good.
it('events of a device read before the one that crashes are not lost', async () => {
	const [one, two] = preparePhones(simulation.site, 'locationReported', clock);
	const published = triggerOn(simulation.site, 'locationReported', {});
	await published.activate();
	clock.pass(minute);
	const timestamp = clock.ago(0);
	for (let i = 0; i < 20; i++) two.fixes.push({ timestamp, latitude: 40 + i, longitude: 24 });
	await published.poll();
	const { fixes } = two;
	two.fixes = [];
	clock.pass(minute);
	one.fixes.push({ timestamp: clock.ago(0), latitude: 70, longitude: 24 });
	await published.poll();
	two.fixes = fixes;
	clock.pass(minute);
	await published.poll();
	expect(published.delivered.map(({ latitude }) => latitude)).toContain(70);
});
