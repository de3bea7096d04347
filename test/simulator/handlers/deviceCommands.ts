import { notFound, unprocessable } from '../reply';
import { categories } from '../v1/lists';
import { createInventory } from '../inventory';
import { findDevice, type SimulatedDevice } from '../fleet';
import { accepted, forDevice, type Handlers } from './handler';

type DeviceFields = Partial<
	Record<
		'friendlyName' | 'identifier' | 'manufacturer' | 'model' | 'userEmailAddress',
		string | null
	>
>;

/** What is done to devices. Effects show in API v1 at once, which the real service may not do. */
export const deviceCommands: Handlers = {
	createDevice: ({ fleet }, { body }) => {
		const known = {
			id: Math.max(0, ...fleet.devices.map(({ id }) => id)) + 1,
			name: '',
			platform: 'Other' as const,
			manufacturer: '',
			model: '',
			serialNumber: '',
			userName: '',
			userEmail: '',
			status: 'Active' as const,
			onlineStatus: 'Unmanaged' as const,
			tags: [],
			fixes: [],
			lockedAt: [],
			wipedAt: [],
			rebootedAt: [],
			attributeValues: {},
			deployments: [],
		};
		const device = { ...known, ...createInventory(known, fleet.now) };
		fleet.devices.push(device);
		change(device, body as DeviceFields);
		return { status: 200, body: { id: device.id } };
	},
	updateDevice: forDevice((device, { body }, { fleet }) => {
		change(device, body as DeviceFields);
		const { userEmailAddress } = body as DeviceFields;
		if (userEmailAddress === undefined) return;
		device.userId =
			[...fleet.users.values()].find(({ email }) => email === userEmailAddress)?.id ?? 0;
	}),
	retireDevice: forDevice((device) => {
		Object.assign(device, { status: 'Deleted', onlineStatus: 'Unmanaged', managementType: 'None' });
	}),
	// That a device is active afterwards is an assumption.
	activateDevice: ({ fleet }, { pathParameters }) => {
		const device = findDevice(fleet, Number(pathParameters.id));
		if (!device) return notFound;
		device.status = 'Active';
		return accepted;
	},
	lockDevice: forDevice((device, _request, site) => {
		device.lockedAt.push(new Date().toISOString());
		return site.lockReply;
	}),
	wipeDevice: forDevice((device) => void device.wipedAt.push(new Date().toISOString())),
	rebootDevice: forDevice((device) => void device.rebootedAt.push(new Date().toISOString())),
	enableLostMode: forDevice((device, { body }) => {
		// On others the call is said to succeed without an effect (T1).
		if (device.managementType !== 'iOSSupervised') return;
		const { enableLocationTracking } = body as { enableLocationTracking?: boolean };
		device.lostModeStatus = enableLocationTracking ? 'EnabledWithLocationTracking' : 'Enabled';
	}),
	disableLostMode: forDevice((device) => {
		if (device.lostModeStatus) device.lostModeStatus = 'Disabled';
	}),
	// Which of id and name the service takes, and under which name, is not known.
	setDeviceCategory: forDevice((device, { body }) => {
		const { id, name } = body as { id?: number; name?: string };
		const category = categories.find((one) => one.id === id || one.name === name);
		if (!category) return unprocessable;
		device.category = category.name;
		return accepted;
	}),
	removeDeviceCategory: forDevice((device) => void (device.category = undefined)),
	setDeviceModel: forDevice((device, { body }) => change(device, body as DeviceFields)),
	deployApplication: forDevice((device, { body }, { fleet }) => {
		const { deploymentMethodId } = body as { deploymentMethodId: number };
		const methods = fleet.catalogue.flatMap(({ deploymentMethods }) => deploymentMethods);
		if (!methods.some(({ id }) => id === deploymentMethodId)) return unprocessable;
		device.deployments.push(body as object);
		return accepted;
	}),
};

/** Fields left out stay as they are (T3); empty text and null empty one (assumed). */
function change(device: SimulatedDevice, fields: DeviceFields): void {
	const after = (name: keyof DeviceFields, before: string) =>
		name in fields ? (fields[name] ?? '') : before;
	device.name = after('friendlyName', device.name);
	device.serialNumber = after('identifier', device.serialNumber);
	device.manufacturer = after('manufacturer', device.manufacturer);
	device.model = after('model', device.model);
	device.userEmail = after('userEmailAddress', device.userEmail);
}
