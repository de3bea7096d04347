import type { SimulatedDevice } from '../fleet';
import type { SimulatedApplication } from '../inventory';
import { categories, entriesNamed, entryAttributes, locations, organizations } from './lists';
import { branch, type Branch } from './model';

/** A day. */
export const millisecondsPerDay = 24 * 60 * 60 * 1000;

const itself = (device: SimulatedDevice) => [device];
/** Invented; a Mac has none. */
const phoneNumberOf = ({ id }: SimulatedDevice) => `+358 40 555 ${String(id).padStart(4, '0')}`;
const withNumber = (device: SimulatedDevice) =>
	['Android', 'iOS'].includes(device.platform) ? [device] : [];
/** What a device has beside its own attributes, but for its user and its last location. */
export const deviceBranches: Record<string, Branch<SimulatedDevice>> = {
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
