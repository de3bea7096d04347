import type { SimulatedDevice } from './fleet';

/** An installed application. */
export interface SimulatedApplication {
	name: string;
	version: string;
	identifier: string;
}

/** What only API v1 tells about a device. Undefined stands for an element left out. */
export interface SimulatedInventory {
	/** From 2001; the same for devices of the same user. */
	userId: number;
	/** ISO 8601 in UTC, like all instants here. */
	created: string;
	modified: string;
	/** Undefined if the device never reported. */
	lastReported?: string;
	osVersion: string;
	osBuild: string;
	/** Of mobile devices. */
	imei?: string;
	/** Of Apple devices. */
	udid?: string;
	macAddress: string;
	source: string;
	/** Spelled as v1 spells it (T2), like the two that follow (T1). */
	managementType: string;
	deviceOwnerType?: 'Normal' | 'ProfileOwner' | 'DeviceOwner' | 'WPoCOD';
	lostModeStatus?: 'Disabled' | 'Enabled' | 'EnabledWithLocationTracking';
	clientVersion: string;
	passcodeSet: 'Yes' | 'No' | 'Unknown';
	/** Of Android devices. */
	securityPatchLevel?: string;
	encryptionStatus: 'Activating' | 'Enabled' | 'Disabled' | 'NotSupported' | 'Unknown';
	/** The names in the lists of the site; undefined if not assigned. */
	organization?: string;
	location?: string;
	category?: string;
	applications: SimulatedApplication[];
	/** Their names. */
	certificates: string[];
}

const osByPlatform = {
	Android: { versions: ['13', '14', '15'], build: 'UP1A.231005.007' },
	iOS: { versions: ['17.5.1', '18.0', '18.1'], build: '22A3354' },
	macOS: { versions: ['14.6', '15.0', '15.1'], build: '24A335' },
	WindowsDesktop: { versions: ['10.0.19045', '10.0.22631', '10.0.26100'], build: '22631' },
	Other: { versions: [''], build: '' },
};

const managementByPlatform = {
	Android: ['AndroidDeviceOwner', 'AndroidProfileOwner', 'AndroidDeviceAdministrator'],
	iOS: ['iOSSupervised', 'iOSUnsupervised'],
	macOS: ['MacBoth'],
	WindowsDesktop: ['WindowsBoth', 'WindowsClient'],
	Other: ['None'],
};

const ownerByManagement: Record<string, SimulatedInventory['deviceOwnerType']> = {
	AndroidDeviceOwner: 'DeviceOwner',
	AndroidProfileOwner: 'ProfileOwner',
	AndroidDeviceAdministrator: 'Normal',
};

const hoursByStatus = { Active: 20, Inactive: 24 * 25, Unavailable: 24 * 60, Unmanaged: 24 * 200 };
const neverReportedEvery = 11;
const millisecondsPerHour = 60 * 60 * 1000;

type Known = Omit<SimulatedDevice, keyof SimulatedInventory>;

/** Invents the inventory of a device from its id, without random data. `userId` is a placeholder. */
export function createInventory(device: Known, now: Date): SimulatedInventory {
	const { id, platform } = device;
	const pick = <T>(values: readonly T[]) => values[id % values.length];
	const hoursAgo = (hours: number) => toIso(now.getTime() - hours * millisecondsPerHour);
	const hex = (length: number) =>
		(id * 2654435761).toString(16).padStart(length, '0').slice(-length);

	const isMobile = platform === 'Android' || platform === 'iOS';
	const isApple = device.manufacturer === 'Apple';
	const managementType = pick(managementByPlatform[platform]);
	return {
		userId: 0,
		created: hoursAgo(24 * 400 + id),
		modified: hoursAgo((id * 7) % 500),
		lastReported: lastReport(device, hoursAgo),
		osVersion: pick(osByPlatform[platform].versions),
		osBuild: osByPlatform[platform].build,
		imei: isMobile ? String(990_000_862_000_000 + id) : undefined,
		udid: isApple ? `00008110-${hex(16).toUpperCase()}` : undefined,
		macAddress: `02:00:00:${hex(6)
			.toUpperCase()
			.replace(/(..)(?=.)/g, '$1:')}`,
		source: pick(['GUI', 'API', 'CSV']),
		managementType: device.status === 'Deleted' ? 'None' : managementType,
		deviceOwnerType: ownerByManagement[managementType],
		lostModeStatus: isMobile ? 'Disabled' : undefined,
		clientVersion: `8.${id % 6}.0`,
		passcodeSet: pick(['Yes', 'Yes', 'No', 'Unknown']),
		securityPatchLevel: platform === 'Android' ? '2026-10-05' : undefined,
		encryptionStatus: pick(['Enabled', 'Enabled', 'Disabled', 'Unknown', 'NotSupported']),
		organization: pick(['Field Services', 'Research & Development', undefined]),
		location: pick(['Helsinki', 'Jyväskylä', 'Finland', undefined]),
		category: pick(['Shared', undefined, 'Personal']),
		applications: createApplications(id),
		certificates: id % 2 === 0 ? ['Acme Root'] : [],
	};
}

/** A device with location reports has reported no earlier than the latest of them. */
function lastReport(device: Known, hoursAgo: (hours: number) => string): string | undefined {
	if (device.id % neverReportedEvery === 0 && device.fixes.length === 0) return undefined;
	const guess = hoursAgo((device.id * 37) % hoursByStatus[device.onlineStatus]);
	return [guess, ...device.fixes.map(({ timestamp }) => timestamp)].sort().at(-1);
}

function createApplications(id: number): SimulatedApplication[] {
	const applications = [
		{ name: 'Authenticator', version: `6.8.${id % 4}`, identifier: 'com.example.authenticator' },
		{ name: 'Files & Folders', version: '2.0', identifier: 'com.example.files' },
		{ name: 'Kartta', version: '11.4', identifier: 'fi.example.kartta' },
	];
	return applications.slice(0, id % 4);
}

function toIso(milliseconds: number): string {
	return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
