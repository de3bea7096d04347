import { devicesOf } from '../inventory/devices';
import { readDeviceList } from '../inventory/deviceList';
import type { Filters } from '../inventory/filters';
import { largestPage } from '../transport/listRequest';
import { nameAttributes, namesOf, type DeviceNames } from './deviceNames';
import { markAttributes, markOf } from './marks';
import type { Polling } from './polling';

/** Which devices to read, as the parameters say. */
export interface ChosenDevices {
	filters: Filters;
	/** The ids where devices are picked. */
	pickedDevices: number[] | undefined;
}

/** The chosen devices. */
export interface ListedDevices {
	/** In ascending order. */
	ids: number[];
	/** By which a change of their locations shows, as far as they were read; see `marks.ts`. */
	marks: Map<number, string>;
	/** None of picked devices that no list was read for. */
	names: DeviceNames;
}

/** So many picked devices are asked, rather than a list of all. */
const mostAsked = largestPage;

/**
 * The chosen devices, with their marks where that saves requests.
 *
 * @param needsMarks whether marks are of use
 * @throws ApiFailure when the list can't be read
 */
export async function listDevices(
	{ send }: Polling,
	{ filters, pickedDevices: picked }: ChosenDevices,
	needsMarks: boolean,
): Promise<ListedDevices> {
	const marks = new Map<number, string>();
	const isListed = picked === undefined || (needsMarks && picked.length > mostAsked);
	const select = ['ID', ...nameAttributes, ...(needsMarks ? markAttributes : [])];
	const devices = isListed
		? devicesOf((await readDeviceList(send, { select, filters }, Infinity)).items)
		: [];
	if (needsMarks) for (const device of devices) marks.set(Number(device.ID), markOf(device));
	const ids = picked ?? devices.map(({ ID }) => Number(ID));
	const ascending = [...new Set(ids)].sort((one, other) => one - other);
	return { ids: ascending, marks, names: namesOf(devices) };
}

/**
 * Some of the chosen devices, those that reported last first.
 *
 * @throws ApiFailure when the list can't be read
 */
export async function listLatest(
	{ send }: Polling,
	{ filters, pickedDevices }: ChosenDevices,
	most: number,
): Promise<Pick<ListedDevices, 'ids' | 'names'>> {
	if (pickedDevices) return { ids: pickedDevices.slice(0, most), names: new Map() };
	const select = ['ID', 'LastReported', ...nameAttributes];
	const latestFirst = { select, filters, orderBy: 'LastReported desc' };
	const devices = devicesOf((await readDeviceList(send, latestFirst, most)).items);
	const ids = [...new Set(devices.map(({ ID }) => Number(ID)))];
	return { ids, names: namesOf(devices) };
}
