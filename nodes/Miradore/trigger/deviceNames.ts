import type { IDataObject } from 'n8n-workflow';
import { simplifyDevice } from '../inventory/device';

/** The attributes of a list of devices that {@link namesOf} reads. */
export const nameAttributes = ['InvDevice.DeviceName', 'User.Email'];

/** What people call devices and who has them, by id; empty text where Miradore has none. */
export type DeviceNames = Map<number, { deviceName: string; userEmail: string }>;

/** Reads the names from a list of devices. */
export function namesOf(devices: IDataObject[]): DeviceNames {
	return new Map(
		devices.map((device) => {
			const { id, name, userEmail } = simplifyDevice(device);
			return [Number(id), { deviceName: toText(name), userEmail: toText(userEmail) }];
		}),
	);
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** An item of a device with its name and user behind the id, where they are known. */
export function nameItem(item: IDataObject, names: DeviceNames): IDataObject {
	const { deviceId, ...rest } = item;
	return { deviceId, ...names.get(Number(deviceId)), ...rest };
}
