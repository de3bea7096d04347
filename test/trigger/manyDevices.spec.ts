import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

const simulation = useSite();
useClock();

const count = 10_000;
const watch = ['osVersion', 'tags', 'user'];
const tags = Array.from({ length: 40 }, (_, index) => `Tag of the group ${index}`);

it('A poll over 10,000 devices takes at most 12 requests, and keeps at most 200 bytes of each', async () => {
	const { site } = simulation;
	const [pattern] = site.fleet.devices;
	const user = site.fleet.users.get(pattern.userId)!;
	for (let id = 1; id <= count; id++) {
		const email = `anna.very-long-name.${id}@subsidiary.example.com`;
		site.fleet.users.set(id, { ...user, id, email });
	}
	site.fleet.devices = Array.from(
		{ length: count },
		(_, index): SimulatedDevice => ({
			...pattern,
			id: index + 1,
			userId: index + 1,
			status: 'Active',
			osVersion: `14.${index % 30}`,
			tags: Array.from({ length: 5 }, (_one, tag) => tags[(index + 7 * tag) % tags.length]),
		}),
	);
	const parameters = { event: 'deviceChanged', watch };
	const published = new PublishedTrigger({ parameters, credential: credentialOf(site) });
	await published.activate();
	for (const id of [5, 5000, 9999]) site.fleet.devices[id - 1].osVersion = '15';
	site.clearRequests();
	site.latency = 50;
	const begun = performance.now();
	await published.poll();
	const seconds = (performance.now() - begun) / 1000;
	site.latency = 0;
	expect(published.failures).toEqual([]);
	expect(published.delivered.map(({ id }) => id)).toEqual([5, 5000, 9999]);
	expect(site.requests.length).toBeLessThanOrEqual(12);
	const bytes = Buffer.byteLength(published.state) / count;
	console.info(
		`${site.requests.length} requests, ${seconds.toFixed(1)} s, ${bytes.toFixed(1)} bytes a device`,
	);
	expect(bytes).toBeLessThanOrEqual(200);
}, 120_000);
