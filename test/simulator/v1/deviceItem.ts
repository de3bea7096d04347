import { findDevice, type SimulatedDevice, type SimulatedFleet } from '../fleet';
import type { SimulatedApplication } from '../inventory';
import type { SimulatedFix } from '../tracks';
import { categories, entriesNamed, entryAttributes, locations, organizations } from './lists';
import { branch, type Branch, type ItemType, type Reader } from './model';
import { showReports, type ReportStyle } from './reports';
import { assignedUserAttributes } from './userItem';

/** How the service writes that a device never reported (T1). */
const never = new Date('0001-01-01T00:00:00Z');
const millisecondsPerDay = 24 * 60 * 60 * 1000;

type DeviceReaders = Record<string, Reader<SimulatedDevice>>;

const itself = (device: SimulatedDevice) => [device];
/** Invented; a Mac has none. */
const phoneNumberOf = ({ id }: SimulatedDevice) => `+358 40 555 ${String(id).padStart(4, '0')}`;
const withNumber = (device: SimulatedDevice) =>
	['Android', 'iOS'].includes(device.platform) ? [device] : [];
const branches: Record<string, Branch<SimulatedDevice>> = {
	InvDevice: branch<SimulatedDevice, SimulatedDevice>(itself, {
		DeviceName: ({ name }) => name,
		Manufacturer: ({ manufacturer }) => manufacturer,
		Model: ({ model }) => model,
		MarketingName: ({ manufacturer, model }) => `${manufacturer} ${model}`,
		SerialNumber: ({ serialNumber }) => serialNumber,
		IMEI: ({ imei }) => imei,
		UDID: ({ udid }) => udid,
	}),
	InvOS: branch<SimulatedDevice, SimulatedDevice>(itself, {
		Platform: ({ platform }) => platform,
		Version: ({ osVersion }) => osVersion,
		Build: ({ osBuild }) => osBuild,
	}),
	// Selected as InvSim; the answer writes it so, without a wrapper (T1).
	InvSIM: branch<SimulatedDevice, SimulatedDevice>(withNumber, { PhoneNumber: phoneNumberOf }),
	Organization: branch(
		({ organization }) => entriesNamed(organizations, organization),
		entryAttributes,
	),
	Location: branch(({ location }) => entriesNamed(locations, location), entryAttributes),
	Category: branch(({ category }) => entriesNamed(categories, category), {
		ID: ({ id }) => id,
		Name: ({ name }) => name,
	}),
	Client: branch<SimulatedDevice, SimulatedDevice>(itself, {
		ManagementType: ({ managementType }) => managementType,
		DeviceOwnerType: ({ deviceOwnerType }) => deviceOwnerType,
		LostModeStatus: ({ lostModeStatus }) => lostModeStatus,
		Version: ({ clientVersion }) => clientVersion,
	}),
	Security: branch<SimulatedDevice, SimulatedDevice>(itself, {
		PasscodeSet: ({ passcodeSet }) => passcodeSet,
		EncryptionStatus: ({ encryptionStatus }) => encryptionStatus,
		'Android.SecurityPatchLevel': ({ securityPatchLevel }) => securityPatchLevel,
	}),
	Enrollment: branch<SimulatedDevice, SimulatedDevice>(itself, {
		ID: ({ id }) => id,
		Created: ({ created }) => new Date(created),
		// Enrolled two days after it was made, save what isn't managed.
		Completed: ({ created, managementType }) =>
			managementType === 'None'
				? undefined
				: new Date(Date.parse(created) + 2 * millisecondsPerDay),
	}),
	Tag: branch<SimulatedDevice, string>(({ tags }) => tags, { Name: (name) => name }, 'Tags'),
	InvApplication: branch<SimulatedDevice, SimulatedApplication>(
		({ applications }) => applications,
		{
			Name: ({ name }) => name,
			Version: ({ version }) => version,
			Identifier: ({ identifier }) => identifier,
		},
		'InvApplications',
	),
	InvCertificate: branch<SimulatedDevice, string>(
		({ certificates }) => certificates,
		{ Name: (name) => name },
		'InvCertificates',
	),
	InvStorage: branch<SimulatedDevice, SimulatedDevice>(
		itself,
		{ TotalSpace: () => 128_000, FreeSpace: ({ id }) => id * 1000, Type: () => 'Internal' },
		'InvStorages',
	),
};

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
			...branches,
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
