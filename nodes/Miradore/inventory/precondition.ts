import type { IDataObject } from 'n8n-workflow';
import { readPages, type SendOne } from '../transport/pages';
import { queryRequest } from './query';

/** What has to be true of a device, in terms of API v1 (miradore-api.md 5.6). */
export interface DeviceCondition {
	/** The label in the editor, such as `Platform`. */
	label: string;
	/** Such as `Client.ManagementType`. */
	attribute: string;
	expected: string;
}

/**
 * Reads a device over API v1 and compares it with conditions.
 *
 * @returns the first thing that isn't as it has to be; undefined where all is
 * @throws ApiFailure when the device can't be read
 */
export async function findMismatch(
	send: SendOne,
	{ deviceId, onlyIf }: { deviceId: number; onlyIf: DeviceCondition[] },
): Promise<string | undefined> {
	if (onlyIf.length === 0) return undefined;
	const device = await readDevice(
		send,
		deviceId,
		onlyIf.map(({ attribute }) => attribute),
	);
	if (!device) return 'API v1 lists no device with this ID';
	for (const { label, attribute, expected } of onlyIf) {
		const found = valuesOf(device, attribute);
		if (found.includes(expected)) continue;
		return `${label} is ${found.filter(Boolean).join(', ') || 'not known'}, not ${expected}`;
	}
	return undefined;
}

/** Reads some attributes of one device; undefined where there is none of this id. */
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

/** The values of an attribute: one, or for items that a device has several of any number. */
export function valuesOf(device: IDataObject, attribute: string): string[] {
	const [first, second] = attribute.split('.');
	if (second === undefined) return [String(device[first] ?? '')];
	const parts = [device[`${first}s`] ?? device[first] ?? {}].flat() as IDataObject[];
	return parts.map((part) => String(part[second] ?? ''));
}
