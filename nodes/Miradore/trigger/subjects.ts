import type { IDataObject } from 'n8n-workflow';
import { simpleAttributes, simplifyDevice } from '../inventory/device';
import { devicesRequest, devicesOf } from '../inventory/devices';
import { readDeviceList, type DeviceList } from '../inventory/deviceList';
import { defaultGroups, selectAttributes } from '../inventory/groups';
import { queryRequest } from '../inventory/query';
import { simplifyUser, userAttributes } from '../inventory/user';
import { ApiFailure } from '../transport/apiFailure';
import { readPages } from '../transport/pages';
import type { ApiRequest, SendOne } from '../transport/request';

/** What events are about: how it is listed, and what an item holds of it. */
export interface Subject {
	/** The request for all there are, with these attributes. */
	request(select: string[]): ApiRequest;
	/**
	 * Reads a list to its end or to `limit`.
	 *
	 * @throws ApiFailure when it can't be read, or has only what is neither a device nor a user
	 */
	read(send: SendOne, list: DeviceList, limit: number): Promise<IDataObject[]>;
	/** The attributes that an item holds. */
	attributes(isSimple: boolean): string[];
	simplify(item: IDataObject): IDataObject;
}

export const devices: Subject = {
	request: (select) => devicesRequest(select, {}, { includeRetired: true }),
	read: async (send, list, limit) => devicesOf((await readDeviceList(send, list, limit)).items),
	attributes: (isSimple) => (isSimple ? simpleAttributes : selectAttributes(defaultGroups, '')),
	simplify: simplifyDevice,
};

/** The people whom devices are assigned to (miradore-api.md 5.7). */
export const users: Subject = {
	request: (select) => usersRequest(select),
	read: async (send, { select, conditions, orderBy }, limit) =>
		numbered(await readPages(send, usersRequest(select, conditions, orderBy), limit)),
	attributes: (isSimple) => (isSimple ? userAttributes : ['ID', '*']),
	simplify: simplifyUser,
};

function usersRequest(
	select: string[],
	conditions: Record<string, string> = {},
	orderBy?: string,
): ApiRequest {
	const filters = Object.values(conditions);
	return queryRequest({ item: 'User', select: [...new Set(select)], filters, orderBy });
}

function numbered(items: IDataObject[]): IDataObject[] {
	const found = items.filter(({ ID }) => /^\d+$/.test(String(ID)));
	if (found.length > 0 || items.length === 0) return found;
	throw new ApiFailure(
		"Miradore's list has no user with a number as ID",
		"See what came with the operation 'Query' of 'Inventory' and the item User.",
	);
}
