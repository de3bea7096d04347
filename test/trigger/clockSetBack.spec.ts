import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { day, hour, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let pattern: SimulatedDevice;
beforeAll(() => ([pattern] = simulation.site.fleet.devices));

const addDevice = (id: number) => {
	const lastReported = clock.ago(day);
	const device: SimulatedDevice = { ...pattern, id, status: 'Active', lastReported, fixes: [] };
	simulation.site.fleet.devices.push(device);
	return device;
};
const report = (device: SimulatedDevice, latitude: number, ago = 0) =>
	device.fixes.push({ timestamp: clock.ago(ago), latitude, longitude: 24 });

// What was taken note of then ends in the future: all that came until that day counted as known.
it.each([2, 10, 365])(
	'loses nothing where the clock was %i days ahead at publishing and was set back',
	async (days) => {
		simulation.site.fleet.devices = [];
		const [located, another] = [addDevice(1), addDevice(2)];
		report(located, 50, hour);
		const published = new PublishedTrigger({
			parameters: { event: 'locationReported' },
			credential: credentialOf(simulation.site),
		});
		clock.pass(days * day);
		await published.activate();
		clock.pass(-days * day);
		await published.poll();
		const added = addDevice(3);
		clock.pass(minute);
		report(located, 61);
		report(another, 62);
		report(added, 63);
		clock.pass(minute);
		await published.poll();
		clock.pass(minute);
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered.map(({ latitude }) => latitude)).toEqual([61, 62, 63]);
	},
);
