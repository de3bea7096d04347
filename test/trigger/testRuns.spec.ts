import type { NodeOperationError } from 'n8n-workflow';
import { useSite } from '../core/site';
import { useClock } from './clock';
import {
	eventsOfDevices,
	happenings,
	happenTo,
	idsOf,
	picked,
	preparePhones,
	triggerOn,
} from './happenings';

const simulation = useSite();
const clock = useClock();
const events = Object.keys(happenings);
const eventsOfLocations = ['locationReported', 'areaEntered', 'areaLeft'];

/** Has an event happen to the phones with these ids. */
const happen = (event: string, ...ids: number[]) => {
	const { site } = simulation;
	for (const phone of site.fleet.devices)
		if (ids.includes(phone.id)) happenTo(site, event, phone, clock);
};

describe.each(events)('%s on a site without devices and users', (event) => {
	let whole: typeof simulation.site.fleet;
	beforeEach(() => {
		whole = { ...simulation.site.fleet };
		Object.assign(simulation.site.fleet, { devices: [], users: new Map() });
	});
	afterEach(() => Object.assign(simulation.site.fleet, whole));

	it('says in a test run what there is no example of', async () => {
		const failed: NodeOperationError = await triggerOn(simulation.site, event)
			.test()
			.then(
				() => undefined as never,
				(error: NodeOperationError) => error,
			);
		expect(failed.message).toMatch(/^(No|There is no|None of) .*(device|user)/);
		expect(failed.description).toContain('Test runs show one recent example');
	});

	it('is published, and polls, without a failure', async () => {
		const published = triggerOn(simulation.site, event);
		await published.activate();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toEqual([]);
	});
});

describe.each(eventsOfDevices)('%s of picked devices', (event) => {
	it('shows one of them in a test run', async () => {
		preparePhones(simulation.site, event, clock);
		happen(event, 1, 2, 3, 4);
		const [{ json }] = await triggerOn(simulation.site, event, picked(3)).test();
		expect(json.deviceId ?? json.id).toBe(3);
	});
});

describe.each(eventsOfLocations)('A test run of %s', (event) => {
	const trigger = () => triggerOn(simulation.site, event, { options: { maxRetries: 0 } });
	const answer = (id: number, fault: object) =>
		simulation.site.addFault({ path: `/Device/${id}/Location`, ...fault });

	beforeEach(() => {
		preparePhones(simulation.site, event, clock, 2);
		happen(event, 2);
	});

	it('fails as Miradore does where no device can be read', async () => {
		for (const id of [1, 2]) answer(id, { status: 400, body: 'No.' });
		await expect(trigger().test()).rejects.toThrow('Miradore did not accept');
	});

	it('shows an example where another device cannot be read', async () => {
		answer(1, { status: 400, body: 'No.' });
		expect(await trigger().test()).toMatchObject([{ json: { deviceId: 2 } }]);
	});

	it('shows an example where another device has locations that cannot be read', async () => {
		answer(1, { status: 200, body: [{ timestamp: '11/05/2026', latitude: 1, longitude: 2 }] });
		expect(await trigger().test()).toMatchObject([{ json: { deviceId: 2 } }]);
	});
});

it.each(['areaEntered', 'areaLeft', 'locationReported'])(
	'Publishing %s fails as Miradore does where no device can be read',
	async (event) => {
		preparePhones(simulation.site, event, clock, 2);
		for (const id of [1, 2]) {
			simulation.site.addFault({ path: `/Device/${id}/Location`, status: 400, body: 'No.' });
		}
		const published = triggerOn(simulation.site, event);
		await expect(published.activate()).rejects.toThrow('Miradore did not accept');
		expect(idsOf(published)).toEqual([]);
	},
);
