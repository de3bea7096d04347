import type { IDataObject } from 'n8n-workflow';
import { simplifyDevice } from '../inventory/device';

/** The attributes of a list of devices that {@link namesOf} reads. */
export const nameAttributes = ['InvDevice.DeviceName', 'User.Email'];

/** What people call a device and who has it; empty text where Miradore has none. */
interface DeviceName {
	deviceName: string;
	userEmail: string;
}

/** The names of devices by id. */
export type DeviceNames = Pick<ReadonlyMap<number, DeviceName>, 'get'>;

/** Reads names from a list of devices, of each when it is asked for: most polls tell of few. */
export function namesOf(devices: IDataObject[]): DeviceNames {
	const byId = new Map(devices.map((device) => [Number(device.ID), device]));
	return {
		get(id) {
			const device = byId.get(id);
			if (!device) return undefined;
			const { name, userEmail } = simplifyDevice(device);
			return { deviceName: toText(name), userEmail: toText(userEmail) };
		},
	};
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** An item of a device with its name and user behind the id, where they are known. */
export function nameItem(item: IDataObject, names: DeviceNames): IDataObject {
	const { deviceId, ...rest } = item;
	return { deviceId, ...names.get(Number(deviceId)), ...rest };
}
