import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import { deviceId } from './deviceId';
import { deviceFilters } from './deviceFilters';

/** Which devices a trigger is about. */
export type DeviceChoice = 'all' | 'filters' | 'picked';

/** The choice between all devices, some by filter, and single ones. */
const devices: Field<DeviceChoice> = {
	property: {
		displayName: 'Devices',
		name: 'devices',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'All devices that are neither retired nor made up',
			},
			{ name: 'By Filter', value: 'filters', description: 'As in the operation Get Many' },
			{ name: 'Picked', value: 'picked', description: 'Single devices from the list' },
		],
		default: 'all',
	},
	read: (value) => (value === 'filters' || value === 'picked' ? value : 'all'),
};

/** The filters of Get Many, where devices are chosen by filter. */
const chosenFilters: Field<Record<string, string>> = {
	property: { ...deviceFilters.property, displayOptions: { show: { devices: ['filters'] } } },
	read: (value, timeZone) => deviceFilters.read(value, timeZone),
};

/** The ids of the devices, where they are picked; undefined otherwise. */
const pickedDevices: Field<number[] | undefined> = {
	property: {
		displayName: 'Picked Devices',
		name: 'pickedDevices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add device',
		default: {},
		displayOptions: { show: { devices: ['picked'] } },
		options: [
			{
				displayName: 'Device',
				name: 'device',
				values: [{ ...deviceId.property, required: false }],
			},
		],
	},
	read: (value, timeZone) => {
		if (value === null) return undefined;
		const rows = (value as { device?: IDataObject[] }).device ?? [];
		const ids = rows.map((row) => deviceId.read(row.deviceId, timeZone));
		if (ids.length > 0) return [...new Set(ids)];
		throw new UserError("'Picked Devices' has no device", {
			description: "Add a device, or set 'Devices' to 'All' or 'By Filter'",
		});
	},
};

/** The fields by which a trigger's devices are chosen. */
export const chosenDevices = { devices, filters: chosenFilters, pickedDevices };
