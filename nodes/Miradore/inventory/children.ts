import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import { rowsOf } from '../transport/listRequest';
import type { Listed } from '../transport/pages';
import type { SendOne } from '../transport/request';
import { deviceListRequests, readDeviceList, type DeviceList } from './deviceList';
import { devicesRequest } from './devices';
import { readByIds } from './readByIds';

/** How many pages of devices one list of children takes at most; n8n holds what is in them at once. */
const mostPages = 100;

/**
 * The most IDs that a request asks for, whose address stays far below 2,000 characters then. A page that
 * is full might not be the last one, so there is one less in it.
 */
const mostIds = 50;

/**
 * Reads devices with something that each has many of, such as applications, in the order of their IDs,
 * with at most a hundred pages. Where one list doesn't give the devices that are meant and no others,
 * their IDs are read first, and then these devices alone.
 *
 * @param list selects `ID` and the children
 * @param limit how many devices
 * @throws ApiFailure when a request fails, or there are more devices than fit in so many pages
 */
export async function readWithChildren(
	send: SendOne,
	list: DeviceList,
	limit: number,
): Promise<Listed> {
	const [request, ...others] = deviceListRequests(list);
	const rows = rowsOf(request);
	const bound = mostPages * rows;
	const most = Math.min(limit, bound + 1);
	const isLookedAt = Object.values(list.filters).some(({ conditions }) => conditions.length === 0);
	const isOne = others.length === 0 && !isLookedAt;
	const found = await readDeviceList(send, isOne ? list : { ...list, select: ['ID'] }, most);
	if (found.items.length > bound) throw tooMany(bound);
	if (isOne) return found;
	const ids = found.items.map(({ ID }) => Number(ID));
	const read = await readByIds(send, inParts(ids, Math.min(rows - 1, mostIds), list.select));
	const byId = new Map(read.map((one) => [Number(one.ID), one]));
	if (ids.some((id) => !byId.has(id))) throw missing();
	return { ...found, items: ids.map((id) => byId.get(id) as IDataObject) };
}

function inParts(ids: number[], size: number, select: string[]) {
	const count = Math.ceil(ids.length / size);
	return Array.from({ length: count }, (_, index) => {
		const wanted = ids.slice(index * size, (index + 1) * size);
		const any = wanted.map((id) => `ID eq ${id}`).join(' or ');
		return { wanted, request: devicesRequest(select, { any }, { includeRetired: true }) };
	});
}

function missing(): ApiFailure {
	return new ApiFailure(
		"Miradore didn't give all devices that were asked for by their IDs",
		"Read the devices with 'Get Many', and use 'Devices' set to 'One' for each.",
	);
}

function tooMany(bound: number): ApiFailure {
	return new ApiFailure(
		`There are more than ${bound} devices, too many to read so much of each at once`,
		`Narrow them down with 'Filters', or turn 'Return All' off. For all of them, read the devices with 'Get Many', and use a Loop Over Items node with 'Devices' set to 'One'.`,
	);
}
