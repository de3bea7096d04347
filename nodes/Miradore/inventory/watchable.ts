/** Something of a device or a user of which it can be told that it changed. */
export interface Watchable {
	/** The attribute as API v1 names it. */
	attribute: string;
	/** What the console calls it; the attribute itself where it was entered. */
	label: string;
	/** Whether each item has it: where it is missing, the answer is incomplete. */
	isAlwaysThere?: true;
}

/** What can be watched of devices, by the value in saved workflows (miradore-api.md 5.6). */
export const watchableOfDevices: Record<string, Watchable> = {
	category: { label: 'Category', attribute: 'Category.Name' },
	deviceName: { label: 'Device Name', attribute: 'InvDevice.DeviceName' },
	encryption: { label: 'Encryption', attribute: 'Security.EncryptionStatus' },
	lostMode: { label: 'Lost Mode', attribute: 'Client.LostModeStatus' },
	managementType: { label: 'Management Type', attribute: 'Client.ManagementType' },
	onlineStatus: { label: 'Online Status', attribute: 'OnlineStatus', isAlwaysThere: true },
	organization: { label: 'Organization', attribute: 'Organization.Name' },
	osVersion: { label: 'OS Version', attribute: 'OSVersionName' },
	passcodeSet: { label: 'Passcode Set', attribute: 'Security.PasscodeSet' },
	securityPatchLevel: {
		label: 'Security Patch Level',
		attribute: 'Security.Android.SecurityPatchLevel',
	},
	status: { label: 'Status', attribute: 'Status', isAlwaysThere: true },
	tags: { label: 'Tags', attribute: 'Tag.Name' },
	user: { label: 'User', attribute: 'User.Email' },
};

/** What is watched of users (miradore-api.md 5.7). */
export const watchedOfUsers: Watchable[] = [
	{ label: 'Email', attribute: 'Email' },
	{ label: 'First Name', attribute: 'Firstname' },
	{ label: 'Last Name', attribute: 'Lastname' },
	{ label: 'Phone Number', attribute: 'PhoneNumber' },
	{ label: 'Status', attribute: 'Status', isAlwaysThere: true },
];
