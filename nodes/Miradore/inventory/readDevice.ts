import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import { readPages } from '../transport/pages';
import type { SendOne } from '../transport/request';
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

/**
 * The failure that says why a device isn't among those in use.
 *
 * @throws ApiFailure when that can't be found out
 */
export async function whyNotListed(send: SendOne, id: number): Promise<ApiFailure> {
	return (await readDevice(send, id, ['Status']))
		? new ApiFailure('It is retired', "'Get Many' shows it with the option 'Include Retired'.")
		: new ApiFailure('Miradore lists no such device', 'Look it up in the console.');
}
