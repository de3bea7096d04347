import type { IDataObject } from 'n8n-workflow';
import { readPages, type SendOne } from '../transport/pages';
import { queryRequest } from './query';

/** Reads some attributes of one device; undefined where there is none of this ID. */
export async function readDevice(
	send: SendOne,
	deviceId: number,
	attributes: string[],
): Promise<IDataObject | undefined> {
	const select = ['ID', ...attributes];
	const request = queryRequest({ item: 'Device', select, filters: [`ID eq ${deviceId}`] });
	const devices = await readPages(send, request, 2);
	// The filter is Miradore's affair; which device it is about is not left to it.
	return devices.find(({ ID }) => String(ID) === String(deviceId));
}
