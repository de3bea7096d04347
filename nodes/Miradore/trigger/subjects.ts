import type { IDataObject } from 'n8n-workflow';
import { simpleAttributes, simplifyDevice } from '../inventory/device';
import { devicesRequest, devicesOf, type DeviceListSettings } from '../inventory/devices';
import { defaultGroups, selectAttributes } from '../inventory/groups';
import { queryRequest } from '../inventory/query';
import { simplifyUser, userAttributes } from '../inventory/user';
import { ApiFailure } from '../transport/apiFailure';
import type { ApiRequest } from '../transport/request';

/** What events are about: how it is listed, and what an item holds of it. */
export interface Subject {
	/** The request for a list with these attributes, by conditions of API v1. */
	request(
		select: string[],
		conditions: Record<string, string>,
		settings: DeviceListSettings,
	): ApiRequest;
	/**
	 * What of a list can be told.
	 *
	 * @throws ApiFailure where there is only something else in it
	 */
	sortOut(items: IDataObject[]): IDataObject[];
	/** The attributes that an item holds. */
	attributes(isSimple: boolean): string[];
	simplify(item: IDataObject): IDataObject;
}

export const devices: Subject = {
	request: devicesRequest,
	sortOut: devicesOf,
	attributes: (isSimple) => (isSimple ? simpleAttributes : selectAttributes(defaultGroups, '')),
	simplify: simplifyDevice,
};

/** The people whom devices are assigned to (miradore-api.md 5.7). */
export const users: Subject = {
	request: (select, conditions, { orderBy }) =>
		queryRequest({
			item: 'User',
			select: [...new Set(select)],
			filters: Object.values(conditions),
			orderBy,
		}),
	sortOut: (items) => {
		const numbered = items.filter(({ ID }) => /^\d+$/.test(String(ID)));
		if (numbered.length > 0 || items.length === 0) return numbered;
		throw new ApiFailure(
			"Miradore's list has no user with a number as ID",
			"See what came with the operation 'Query' of 'Inventory' and the item User.",
		);
	},
	attributes: (isSimple) => (isSimple ? userAttributes : ['ID', '*']),
	simplify: simplifyUser,
};
