import type { IDataObject } from 'n8n-workflow';

/** The attributes that {@link simplifyUser} reads (miradore-api.md 5.7). */
export const userAttributes = ['ID', 'Email', 'Firstname', 'Lastname', 'PhoneNumber', 'Status'];

/** The fields of a user that people look for. */
export function simplifyUser(user: IDataObject): IDataObject {
	return {
		id: Number(user.ID),
		email: user.Email ?? '',
		firstName: user.Firstname ?? '',
		lastName: user.Lastname ?? '',
		phoneNumber: user.PhoneNumber ?? '',
		status: user.Status ?? '',
	};
}
