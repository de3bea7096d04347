import type { SimulatedFleet } from '../fleet';
import type { SimulatedUser } from '../users';
import type { ItemType, Reader } from './model';

/** The attributes of a user that a device shows. */
export const assignedUserAttributes: Record<string, Reader<SimulatedUser>> = {
	ID: ({ id }) => id,
	Name: ({ firstName, lastName }) => `${firstName} ${lastName}`.trim(),
	Email: ({ email }) => email,
	Firstname: ({ firstName }) => firstName,
	Lastname: ({ lastName }) => lastName,
	Middle: ({ middleName }) => middleName,
	PhoneNumber: ({ phoneNumber }) => phoneNumber,
};

/** The users of the site. */
export function userItem({ users }: SimulatedFleet): ItemType<SimulatedUser> {
	return {
		name: 'User',
		attributes: {
			...assignedUserAttributes,
			Status: ({ status }) => status,
			Source: ({ source }) => source,
			Created: ({ created }) => new Date(created),
			Modified: ({ modified }) => new Date(modified),
		},
		defaults: ['ID', 'Email', 'Name'],
		all: () => [...users.values()].sort((one, other) => one.id - other.id),
		find: (id) => users.get(id),
	};
}
