import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import type { ApiRequest } from '../transport/request';
import { queryRequest } from './query';

/** What API v1 calls a retired device (miradore-api.md 4). */
export const retired = 'Deleted';

/** What a list of devices has beside the devices that people look for, and its order. */
export interface DeviceListSettings {
	includeRetired?: unknown;
	/** A selected attribute, with ` desc` behind it for the other direction. */
	orderBy?: string;
}

/**
 * The request for a list of devices (miradore-api.md 5): all that aren't retired, unless these are asked
 * for, too, or there is a condition on the status.
 *
 * @param select attributes; those named twice are sent once
 * @param conditions by the name of the filter
 */
export function devicesRequest(
	select: string[],
	conditions: Record<string, string>,
	{ includeRetired, orderBy }: DeviceListSettings = {},
): ApiRequest {
	const hidden = includeRetired || conditions.status ? [] : [`Status ne ${retired}`];
	return queryRequest({
		item: 'Device',
		select: [...new Set(select)],
		filters: [...Object.values(conditions), ...hidden],
		orderBy,
	});
}

/** Whether an item of a list is a device: it has a number, by which commands and locations name it. */
export function isDevice({ ID }: IDataObject): boolean {
	const id = typeof ID === 'string' && /^\d+$/.test(ID) ? Number(ID) : 0;
	return id > 0 && Number.isSafeInteger(id);
}

/** Whether a device is in use, where its status was asked for. */
export function isInUse(device: IDataObject): boolean {
	return isDevice(device) && device.Status !== retired;
}

/**
 * The devices of a list that a poll has read; other items are left out.
 *
 * @throws ApiFailure where there are only others: a poll would go on without a device and a word
 */
export function devicesOf(items: IDataObject[]): IDataObject[] {
	const devices = items.filter(isDevice);
	if (devices.length > 0 || items.length === 0) return devices;
	throw new ApiFailure(
		"Miradore's list has no device with a number as ID",
		"See what came with the operation 'Query' of 'Inventory' and the item Device.",
	);
}
