import { findDevice, type SimulatedDevice, type SimulatedFleet } from '../fleet';
import type { SimulatedFix } from '../tracks';
import { deviceBranches, millisecondsPerDay } from './deviceBranches';
import { branch, type Branch, type ItemType, type Reader } from './model';
import { showReports, type ReportStyle } from './reports';
import { assignedUserAttributes } from './userItem';

/** How the service writes that a device never reported (T1). */
const never = new Date('0001-01-01T00:00:00Z');

type DeviceReaders = Record<string, Reader<SimulatedDevice>>;

/** The devices of the site, retired ones included. */
export function deviceItem(
	fleet: SimulatedFleet,
	style: ReportStyle = {},
): ItemType<SimulatedDevice> {
	const lastReported = (device: SimulatedDevice) => {
		const { lastReported: time } = showReports(device, style);
		return time === undefined ? never : new Date(time);
	};
	// A device that never reported did so ages ago, as counting from its date makes it (assumed).
	const daysSince = (date: Date) =>
		Math.floor((fleet.now.getTime() - date.getTime()) / millisecondsPerDay);
	const attributes: DeviceReaders = {
		ID: ({ id }) => id,
		Platform: ({ platform }) => platform,
		Status: ({ status }) => status,
		OnlineStatus: ({ onlineStatus }) => onlineStatus,
		Created: ({ created }) => new Date(created),
		Modified: ({ modified }) => new Date(modified),
		LastReported: lastReported,
		LastReportedDays: (device) => daysSince(lastReported(device)),
		OSVersionName: ({ platform, osVersion }) =>
			platform === 'macOS' ? `macOS ${osVersion}` : osVersion,
		SerialNo: ({ serialNumber }) => serialNumber,
		IMEI: ({ imei }) => imei,
		UDID: ({ udid }) => udid,
		MACAddress: ({ macAddress }) => macAddress,
		Source: ({ source }) => source,
	};
	return {
		name: 'Device',
		attributes,
		branches: {
			...deviceBranches,
			User: assignedUser(fleet),
			ReportedLocation: reportedLocation(style),
		},
		defaults: ['ID', 'Platform', 'Status'],
		all: () => fleet.devices,
		find: (id) => findDevice(fleet, id),
	};
}

function assignedUser({ users }: SimulatedFleet): Branch<SimulatedDevice> {
	const rows = ({ userId }: SimulatedDevice) => [users.get(userId) ?? []].flat();
	return branch(rows, assignedUserAttributes);
}

function reportedLocation(style: ReportStyle): Branch<SimulatedDevice> {
	const { reportedLocation: kind } = style;
	const rows = (device: SimulatedDevice) =>
		kind === 'absent' ? [] : latestFix(showReports(device, style));
	const degrees = (value: number | string) =>
		kind === 'rounded' ? Number(value).toFixed(2) : value;
	return branch<SimulatedDevice, SimulatedFix>(rows, {
		Latitude: ({ latitude }) => degrees(latitude),
		Longitude: ({ longitude }) => degrees(longitude),
		FixTime: ({ timestamp }) => (kind === 'withoutTime' ? undefined : new Date(timestamp)),
		// Invented; the names are those of one client, the same for every device.
		StreetAddress: () => 'Mannerheimintie 1',
		ZipCode: () => '00100',
		City: () => 'Helsinki',
		Country: () => 'Finland',
	});
}

/** The latest location report, or none. */
function latestFix({ fixes }: Pick<SimulatedDevice, 'fixes'>): SimulatedFix[] {
	if (fixes.length === 0) return [];
	return [fixes.reduce((latest, fix) => (fix.timestamp > latest.timestamp ? fix : latest))];
}
