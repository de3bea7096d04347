import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';
import { day, hour, minute, useClock } from './clock';
import { eventsOfDevices, happenTo, idsOf, picked, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

const noRetries = { options: { maxRetries: 0 } };
const fail = (id: number) =>
	simulation.site.addFault({ path: `/Device/${id}/Location`, status: 503 });
const remove = (id: number) => {
	const { fleet } = simulation.site;
	fleet.devices = fleet.devices.filter((device) => device.id !== id);
};
const report = (phone: SimulatedDevice, latitude: number, ago = 0) =>
	phone.fixes.push({ timestamp: clock.ago(ago), latitude, longitude: 24 });

describe('A device that could not be read at publishing', () => {
	it.each(['areaEntered', 'areaLeft'])(
		'is known to have been where it was before: %s',
		async (event) => {
			const [, two] = preparePhones(simulation.site, event, clock);
			clock.pass(2 * day);
			fail(2);
			const published = triggerOn(simulation.site, event, noRetries);
			await published.activate();
			clock.pass(hour);
			await published.poll();
			clock.pass(hour);
			happenTo(simulation.site, event, two, clock);
			simulation.site.clearFaults();
			clock.pass(minute);
			await published.poll();
			await published.poll();
			expect(idsOf(published)).toEqual([2]);
		},
	);

	it('tells all that it reported since, and what it sends late later', async () => {
		const event = 'locationReported';
		const [, two] = preparePhones(simulation.site, event, clock);
		report(two, 50, hour);
		fail(2);
		const published = triggerOn(simulation.site, event, noRetries);
		await published.activate();
		clock.pass(hour);
		report(two, 61);
		await published.poll();
		clock.pass(3 * day);
		await published.poll();
		report(two, 62);
		simulation.site.clearFaults();
		await published.poll();
		expect(published.delivered.map(({ latitude }) => latitude)).toEqual([61, 62]);
		report(two, 63, 3 * day + 2 * hour);
		await published.poll();
		await published.poll();
		expect(published.delivered.map(({ latitude }) => latitude)).toEqual([61, 62, 63]);
	});
});

describe.each(eventsOfDevices)('Picked devices: %s', (event) => {
	it('that Miradore does not have are told at each publishing', async () => {
		preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, picked(1, 98, 99));
		const message = "Miradore does not find these of 'Picked Devices': 98, 99";
		await expect(published.activate()).rejects.toThrow(message);
		remove(98);
		await expect(published.activate()).rejects.toThrow(message);
		published.settings.parameters = { ...published.settings.parameters, ...picked(1, 2) };
		await published.activate('update');
		remove(2);
		await published.poll();
		await published.activate('update');
		await published.activate('init');
		await published.poll();
		expect(published.failures).toEqual([]);
		await expect(published.activate()).rejects.toThrow("'Picked Devices': 2");
	});
});
