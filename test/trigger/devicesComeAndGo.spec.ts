import { useSite } from '../core/site';
import type { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { day, hour, minute, useClock } from './clock';
import { triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

let phones: SimulatedDevice[];
beforeEach(() => {
	phones = simulation.site.fleet.devices;
	for (const phone of phones) Object.assign(phone, { fixes: [], status: 'Active' });
});

const report = (device: SimulatedDevice, ago: number, latitude: number) =>
	device.fixes.push({ timestamp: clock.ago(ago), latitude, longitude: 24.5 });
const trigger = () => triggerOn(simulation.site, 'locationReported');
const told = ({ delivered }: PublishedTrigger) =>
	delivered.map(({ deviceId, latitude }) => [deviceId, latitude]);

describe("'Location Reported'", () => {
	it('takes in devices that are new, with what they reported since the last poll', async () => {
		const [one] = phones;
		one.status = 'Deleted';
		const published = trigger();
		await published.activate();
		clock.pass(3 * day);
		one.status = 'Active';
		report(one, 2 * day, 61);
		report(one, 4 * day, 62);
		await published.poll();
		expect(told(published)).toEqual([[1, 61]]);
	});

	it('goes on where it was when a device comes back', async () => {
		const [one] = phones;
		const published = trigger();
		await published.activate();
		report(one, 0, 61);
		await published.poll();
		one.status = 'Deleted';
		clock.pass(hour);
		await published.poll();
		report(one, minute, 62);
		one.status = 'Active';
		await published.poll();
		expect(told(published)).toEqual([
			[1, 61],
			[1, 62],
		]);
	});

	it('forgets devices that have been gone for more than 30 days', async () => {
		const published = trigger();
		await published.activate();
		expect(published.state).toContain('"3":');
		phones[2].status = 'Deleted';
		clock.pass(32 * day);
		await published.poll();
		expect(published.state).not.toContain('"3":');
		expect(published.state).toContain('"2":');
	});
});
