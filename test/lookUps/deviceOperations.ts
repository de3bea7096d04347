import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../nodes/Miradore/resources';
import { execute, type Run } from '../core/execute';
import { useSite } from '../core/site';
import type { LoggedRequest, SimulatedDevice, SimulatedSite } from '../simulator';
import { createUsers } from '../simulator/users';

/** All operations that name a device. */
export const deviceOperations = resources.flatMap(({ value, operations }) =>
	operations
		.filter(({ fields }) => 'deviceId' in fields)
		.map((operation) => ({
			resource: value,
			operation: operation.value,
			effect: operation.effect,
		})),
);

/** What a device is looked up by: the mode of the field, and what the error calls it. */
export const ways = [
	['serialNumber', 'serial number'],
	['imei', 'IMEI'],
	['name', 'name'],
	['userEmail', 'user email'],
] as const;
export type Way = (typeof ways)[number][0];

/** What operations need beside the device. */
const alwaysNeeded = {
	attributeId: '3',
	body: '{ "name": "Shared" }',
	category: { __rl: true, mode: 'name', value: 'Shared' },
	confirm: true,
	deploymentMethodId: 3,
	message: 'Lost',
	model: 'iPad',
	tag: 'Lost',
	updateFields: { friendlyName: 'Reception' },
	value: 'Helsinki',
};

/** Runs an operation for devices that are named in one way, by an expression. */
export function runBy(
	{ resource = 'device', operation }: { resource?: string; operation: string },
	mode: string,
	values: unknown[],
	{ credential, ...changes }: Omit<Partial<Run>, 'parameters'> & { credential: IDataObject },
	parameters: IDataObject = {},
) {
	return execute({
		parameters: {
			...{ resource, operation, ...alwaysNeeded },
			deviceId: { __rl: true, mode, value: '={{ $json.value }}' },
			...parameters,
		},
		items: values.map((value) => ({ value }) as IDataObject),
		credential,
		...changes,
	});
}

/** Makes a site say yes to whatever is asked about a single device. */
export function agreeAboutDevices(site: SimulatedSite): void {
	site.addFault({ path: /Device\/\d+\/Location/, status: 200, body: [] });
	site.addFault({ path: /Device\/\d+/, method: 'GET', status: 200, body: [] });
	site.addFault({ path: /Device\/\d+/, status: 200, body: '' });
}

/** Whether a request looks devices up, and the IDs of the devices that the others are about. */
export const isLookUp = ({ api, method, query }: LoggedRequest) =>
	api === 'v1' && method === 'GET' && !/ and |^ID eq \d+$/.test(String(query.filters));
export function devicesOf(requests: LoggedRequest[]): number[] {
	const ids = requests.map(({ path, query }) => {
		const [, inPath] = /Device\/(\d+)/.exec(path) ?? [];
		const [, inFilter] = /^ID eq (\d+) and/.exec(String(query.filters)) ?? [];
		return Number(inPath ?? inFilter);
	});
	return ids.filter((id) => !Number.isNaN(id));
}

/** A fleet in which nothing is there twice, of which each device is in use. */
export function makeFleet(pattern: SimulatedDevice, size: number): SimulatedDevice[] {
	return Array.from({ length: size }, (_, index) => ({
		...structuredClone(pattern),
		id: 3 * index + 1,
		name: `Phone ${index}`,
		serialNumber: `C02XK${1_000_000 + index}`,
		imei: String(990_000_862_000_000 + index),
		userEmail: `person.${index}@example.com`,
		status: 'Active' as const,
		lockedAt: [],
	}));
}

/** Gives a site these devices; those with the same email address are of one user. */
export function putFleet({ fleet }: SimulatedSite, devices: SimulatedDevice[]): void {
	const emails = [...new Set(devices.map(({ userEmail }) => userEmail))];
	for (const device of devices) device.userId = emails.indexOf(device.userEmail) + 1;
	Object.assign(fleet, { devices, users: createUsers(devices) });
}

/** A site for the tests of a file with such a fleet, which is made anew for each of them. */
export function useFleet(size: number) {
	const simulation = useSite();
	const fleet: SimulatedDevice[] = [];
	let pattern: SimulatedDevice;
	beforeAll(() => ([pattern] = simulation.site.fleet.devices));
	beforeEach(() => {
		fleet.splice(0, fleet.length, ...makeFleet(pattern, size));
		putFleet(simulation.site, fleet);
	});
	return {
		simulation,
		fleet,
		/** What all of them are copies of. */
		get pattern() {
			return pattern;
		},
	};
}
