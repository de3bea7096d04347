import type { IDataObject } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { Engine } from '../core/triggerSettings';
import type { SimulatedDevice, SimulatedSite } from '../simulator';
import type { SimulatedUser } from '../simulator/users';
import { day, minute, type Clock } from './clock';

/** What an event needs, and how it happens to a device. */
interface Happening {
	parameters?: IDataObject;
	/** Whether it happens to the user of the same number as the phone. */
	isAboutUsers?: true;
	/** What is known of a device before. */
	before?(phone: SimulatedDevice, clock: Clock, users: Users): unknown;
	happen(phone: SimulatedDevice, clock: Clock, users: Users): unknown;
}

type Users = SimulatedSite['fleet']['users'];

export const yard = { name: 'Yard', center: '60.0, 24.0', radius: 5000 };
const inYard = { areas: { circle: [yard] } };
const reportFrom = (latitude: number) => (phone: SimulatedDevice, clock: Clock) =>
	phone.fixes.push({ timestamp: clock.ago(), latitude, longitude: 24 });
const [inside, outside] = [reportFrom(60), reportFrom(50)];

/** All events, by the value of 'Trigger On'. */
export const happenings: Record<string, Happening> = {
	locationReported: { happen: inside },
	areaEntered: { parameters: inYard, before: outside, happen: inside },
	areaLeft: { parameters: inYard, before: inside, happen: outside },
	deviceAdded: {
		before: (phone) => (phone.status = 'Deleted'),
		happen: (phone) => (phone.status = 'Active'),
	},
	deviceChanged: {
		parameters: { watch: ['onlineStatus', 'tags'] },
		before: (phone) => (phone.tags = []),
		happen: (phone) => (phone.tags = ['Loan']),
	},
	deviceRetired: { happen: (phone) => (phone.status = 'Deleted') },
	deviceSilent: { happen: (phone, clock) => (phone.lastReported = clock.ago(40 * day)) },
	userAdded: {
		isAboutUsers: true,
		before: ({ id }, _clock, users) => users.delete(id),
		happen: ({ id }, _clock, users) => users.set(id, userOf(id)),
	},
	userChanged: {
		isAboutUsers: true,
		before: ({ id }, _clock, users) => users.set(id, userOf(id)),
		happen: ({ id }, _clock, users) => users.set(id, { ...userOf(id), phoneNumber: '112' }),
	},
};

/** Has an event happen to a phone, or to the user of its number. */
export function happenTo(
	{ fleet }: SimulatedSite,
	event: string,
	phone: SimulatedDevice,
	clock: Clock,
): void {
	happenings[event].happen(phone, clock, fleet.users);
}

/** The events for which devices can be picked. */
export const eventsOfDevices = Object.keys(happenings).filter(
	(event) => !happenings[event].isAboutUsers,
);

const userOf = (id: number): SimulatedUser => ({
	id,
	email: `anna${id}@example.com`,
	firstName: 'Anna',
	lastName: 'Aho',
	status: 'Active',
	source: 'GUI',
	created: '2026-01-01T00:00:00Z',
	modified: '2026-01-01T00:00:00Z',
	tags: [],
	deviceIdentifiers: [],
});

/** Makes the fleet a few phones of which nothing is known but what the event needs. */
export function preparePhones(
	{ fleet }: SimulatedSite,
	event: string,
	clock: Clock,
	count = 4,
): SimulatedDevice[] {
	fleet.now = new Date(clock.now);
	fleet.devices = Array.from({ length: count }, (_, index) => ({
		...fleet.devices[0],
		id: index + 1,
		name: `Phone ${index + 1}`,
		status: 'Active',
		lastReported: clock.ago(-300 * day),
		fixes: [],
	}));
	for (const phone of fleet.devices) happenings[event].before?.(phone, clock, fleet.users);
	clock.pass(minute);
	return fleet.devices;
}

/** A workflow that is to be published with an event, on all devices where not told otherwise. */
export function triggerOn(
	site: SimulatedSite,
	event: string,
	parameters: IDataObject = {},
	engine?: Engine,
): PublishedTrigger {
	return new PublishedTrigger({
		parameters: { event, ...happenings[event].parameters, ...parameters },
		credential: credentialOf(site),
		engine,
	});
}

/** The ids of the devices that were told of. */
export function idsOf({ delivered }: PublishedTrigger): number[] {
	return delivered.map(({ deviceId, id }) => Number(deviceId ?? id));
}

/** The parameters by which single devices are picked. */
export function picked(...ids: number[]): IDataObject {
	const device = ids.map((value) => ({ deviceId: { __rl: true, mode: 'id', value } }));
	return { devices: 'picked', pickedDevices: { device } };
}
