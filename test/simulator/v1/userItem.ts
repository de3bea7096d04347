import type { SimulatedDevice, SimulatedFleet } from '../fleet';
import type { ItemType, Reader } from './model';

/** The attributes of a user that a device shows, read from any device of the user. */
export const assignedUserAttributes: Record<string, Reader<SimulatedDevice>> = {
	ID: ({ userId }) => userId,
	Name: ({ userName }) => userName,
	Email: ({ userEmail }) => userEmail,
	Firstname: ({ userName }) => userName.split(' ')[0],
	Lastname: ({ userName }) => userName.split(' ').slice(1).join(' '),
	Middle: ({ userId }) => (userId % 4 === 0 ? 'J' : undefined),
	PhoneNumber: ({ userId }) => (userId % 3 === 0 ? undefined : `+358 50 555 ${userId}`),
};

/** The users of the site's devices. */
export function userItem({ devices }: SimulatedFleet): ItemType<SimulatedDevice> {
	const all = () => {
		const byId = new Map<number, SimulatedDevice>();
		for (const device of devices) {
			if (hasUser(device) && !byId.has(device.userId)) byId.set(device.userId, device);
		}
		return [...byId.values()].sort((one, other) => one.userId - other.userId);
	};
	return {
		name: 'User',
		attributes: {
			...assignedUserAttributes,
			Status: ({ userId }) => (userId % 7 === 0 ? 'Retired' : 'Active'),
			Source: ({ userId }) => ['GUI', 'CSV', 'API', 'AD'][userId % 4],
			Created: ({ created }) => new Date(created),
			Modified: ({ modified }) => new Date(modified),
		},
		defaults: ['ID', 'Email', 'Name'],
		all,
		find: (id) => devices.find((device) => hasUser(device) && device.userId === id),
	};
}

/** Tests take the user from a device by emptying its e-mail address. */
export function hasUser({ userEmail }: SimulatedDevice): boolean {
	return userEmail !== '';
}
