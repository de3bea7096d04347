import type { SimulatedDevice } from './fleet';

/** One user of the simulated site. */
export interface SimulatedUser {
	/** From 2001; the `userId` of the user's devices. */
	id: number;
	email: string;
	firstName: string;
	lastName: string;
	middleName?: string;
	phoneNumber?: string;
	/** Spelled as v1 spells it (T1). */
	status: 'New' | 'Active' | 'Retired' | 'System';
	/** Spelled as v1 spells it (T1). */
	source: string;
	/** ISO 8601 in UTC. */
	created: string;
	/** ISO 8601 in UTC. */
	modified: string;
	/** Tags of the user, which are others than those of devices. */
	tags: string[];
	/** Serial numbers, IMEIs and UDIDs of devices that are to become the user's. */
	deviceIdentifiers: string[];
}

const sources = ['GUI', 'CSV', 'API', 'AD'];

/** The users whom the devices belong to, by id. */
export function createUsers(devices: SimulatedDevice[]): Map<number, SimulatedUser> {
	return new Map(devices.map((device) => [device.userId, createUser(device)]));
}

function createUser({ userId: id, userEmail, userName, created, modified }: SimulatedDevice) {
	const [firstName, ...others] = userName.split(' ');
	return {
		id,
		email: userEmail,
		firstName,
		lastName: others.join(' '),
		middleName: id % 4 === 0 ? 'J' : undefined,
		phoneNumber: id % 3 === 0 ? undefined : `+358 50 555 ${id}`,
		status: id % 7 === 0 ? ('Retired' as const) : ('Active' as const),
		source: sources[id % 4],
		created,
		modified,
		tags: [],
		deviceIdentifiers: [],
	};
}
