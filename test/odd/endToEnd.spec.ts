import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { hour, minute, useClock } from '../trigger/clock';
import { preparePhones, triggerOn } from '../trigger/happenings';

const simulation = useSite();
const clock = useClock();

// Matters: one device for which Miradore always answers 500 keeps all others from ever being read.
it.each([1, 5])(
	'one device with 500 does not stop the others for good, %i at a time',
	async (maxParallelRequests) => {
		const [one, two] = preparePhones(simulation.site, 'locationReported', clock);
		const options = { maxRetries: 0, maxParallelRequests };
		const published = triggerOn(simulation.site, 'locationReported', { options });
		await published.activate();
		simulation.site.addFault({ path: `/Device/${one.id}/Location`, status: 500 });
		clock.pass(hour);
		two.fixes.push({ timestamp: clock.ago(minute), latitude: 80, longitude: 24 });
		for (let polls = 0; polls < 4; polls++) {
			clock.pass(minute);
			await published.poll();
		}
		expect(published.delivered.map(({ latitude }) => latitude)).toContain(80);
	},
);

// Matters: with Latest Only the wrong one of two places is given as the newest, without a hint.
it('Latest Only keeps both of two locations of the same second', async () => {
	const [one] = simulation.site.fleet.devices;
	one.status = 'Active';
	const timestamp = clock.ago(hour);
	one.fixes = [60, 61].map((latitude) => ({ timestamp, latitude, longitude: 24 }));
	const { success, hints } = await execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: 'id', value: String(one.id) },
			options: { latestOnly: true },
		},
		credential: simulation.credential,
	});
	expect(success.length + hints.length).toBeGreaterThan(1);
});
