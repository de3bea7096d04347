import type { SimulatedFleet } from '../fleet';
import { unprocessable } from '../reply';
import type { SimulatedUser } from '../users';
import { accepted, forUser, type Handlers, textsOf } from './handler';

/** The names of a user's fields in bodies are the simulator's own; the service's are not known. */
type UserFields = Partial<
	Pick<SimulatedUser, 'email' | 'firstName' | 'lastName' | 'middleName' | 'phoneNumber'>
>;

/** Users, their tags and the devices that are to become theirs. */
export const userHandlers: Handlers = {
	createUser: ({ fleet }, { body }) => {
		const fields = body as UserFields;
		if (!fields.email || !fields.firstName || !fields.lastName) return unprocessable;
		return { status: 200, body: { id: create(fleet, fields).id } };
	},
	// That entries are created, or changed where the address is known, is an assumption.
	batchUsers: ({ fleet }, { body }) => {
		const list = Array.isArray(body) ? body : Object.values(body as object).flat();
		for (const fields of list as UserFields[]) {
			const known = [...fleet.users.values()].find(({ email }) => email === fields.email);
			if (known) change(known, fields);
			else create(fleet, fields);
		}
		return accepted;
	},
	...forUser('getUser', (user) => {
		const { id, email, firstName, lastName, middleName, phoneNumber } = user;
		return { status: 200, body: { id, email, firstName, lastName, middleName, phoneNumber } };
	}),
	...forUser('updateUser', (user, { body }) => change(user, body as UserFields)),
	...forUser('deleteUser', ({ id }, _request, { fleet }) => void fleet.users.delete(id)),
	...forUser('getUserTags', ({ tags }) => ({ status: 200, body: tags })),
	...forUser('addUserTags', (user, { body }) => {
		user.tags = [...new Set([...user.tags, ...textsOf(body)])];
	}),
	...forUser('removeUserTag', (user, { pathParameters: { tagName } }) => {
		user.tags = user.tags.filter((tag) => tag !== tagName);
	}),
	...forUser('getDeviceIdentifiers', ({ deviceIdentifiers }) => ({
		status: 200,
		body: deviceIdentifiers,
	})),
	...forUser('addDeviceIdentifiers', (user, { body }, { fleet }) => {
		const added = textsOf(body);
		// One that exists moves to the new user (S, of the console's import).
		for (const one of fleet.users.values()) {
			one.deviceIdentifiers = one.deviceIdentifiers.filter((known) => !added.includes(known));
		}
		user.deviceIdentifiers.push(...added);
	}),
	...forUser('removeDeviceIdentifier', (user, { pathParameters: { identifier } }) => {
		user.deviceIdentifiers = user.deviceIdentifiers.filter((known) => known !== identifier);
	}),
};

function create({ users, now }: SimulatedFleet, fields: UserFields): SimulatedUser {
	const user: SimulatedUser = {
		id: Math.max(2000, ...users.keys()) + 1,
		email: fields.email ?? '',
		firstName: '',
		lastName: '',
		status: 'New',
		source: 'API',
		created: now.toISOString(),
		modified: now.toISOString(),
		tags: [],
		deviceIdentifiers: [],
	};
	users.set(user.id, user);
	change(user, fields);
	return user;
}

/** The e-mail address stays (T2). */
function change(user: SimulatedUser, fields: UserFields): void {
	user.firstName = fields.firstName ?? user.firstName;
	user.lastName = fields.lastName ?? user.lastName;
	user.middleName = fields.middleName ?? user.middleName;
	user.phoneNumber = fields.phoneNumber ?? user.phoneNumber;
}
