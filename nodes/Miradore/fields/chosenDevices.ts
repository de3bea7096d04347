import { UserError, type IDataObject } from 'n8n-workflow';
import type { Clue } from '../execution/directory';
import { readField, type Field } from '../execution/field';
import { choice } from './choice';
import type { Filters } from '../inventory/filters';
import { device } from './device';
import { listFilters, listFiltersBesideStatus } from './listFilters';

/** The choice between all devices, some by filter, and single ones. */
const devices = choice({ displayName: 'Devices', name: 'devices', default: 'all' }, [
	{
		name: 'All',
		value: 'all',
		description: 'All devices that are not retired',
	},
	{ name: 'By Filter', value: 'filters', description: 'As in the operation Get Many' },
	{ name: 'Picked', value: 'picked', description: 'Single devices from the list' },
]);

/** The filters of Get Many, where devices are chosen by filter. */
const chosenBy = (filters: Field<Filters>): Field<Filters> => ({
	...filters,
	property: { ...filters.property, displayOptions: { show: { devices: ['filters'] } } },
});

/** The IDs of the devices, where they are picked, or what they are looked up by; undefined otherwise. */
const pickedDevices: Field<Array<number | Clue> | undefined> = {
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
				values: [{ ...device.property, required: false }],
			},
		],
	},
	unset: undefined,
	read: (value, surroundings) => {
		const rows = (value as { device?: IDataObject[] }).device ?? [];
		const picked = rows.map((row) => readField(device, row.deviceId, surroundings));
		if (picked.length > 0) return [...new Set(picked)];
		throw new UserError("'Picked Devices' has no device", {
			description: "Add a device, or set 'Devices' to 'All' or 'By Filter'",
		});
	},
};

/** The fields by which a trigger's devices are chosen. */
export const chosenDevices = { devices, filters: chosenBy(listFilters), pickedDevices };

/** The same for an event to which a filter by status would leave nothing. */
export const chosenOfAnyStatus = { ...chosenDevices, filters: chosenBy(listFiltersBesideStatus) };
