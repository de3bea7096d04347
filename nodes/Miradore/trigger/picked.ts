import { UserError } from 'n8n-workflow';
import { devicesRequest } from '../inventory/devices';
import { readPages } from '../transport/pages';
import type { SendOne } from '../transport/request';

/** @throws UserError for picked devices that Miradore doesn't find when the workflow is published */
export function refuseMissing(ids: number[]): void {
	if (ids.length === 0) return;
	throw new UserError(`Miradore does not find these of 'Picked Devices': ${ids.join(', ')}`, {
		description: 'They may be retired or deleted. Remove them, or pick others.',
	});
}

/**
 * Asks whether Miradore has all picked devices; retired ones count, for they may come back.
 *
 * @throws UserError that names those it doesn't have
 * @throws ApiFailure when the list can't be read
 */
export async function findPicked(send: SendOne, picked: number[]): Promise<void> {
	const request = devicesRequest(['ID'], {}, { includeRetired: true });
	const list = await readPages(send, request, Infinity);
	const ids = new Set(list.map(({ ID }) => Number(ID)));
	refuseMissing(picked.filter((id) => !ids.has(id)));
}
