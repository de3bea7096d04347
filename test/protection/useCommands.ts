import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from '../core/execute';
import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';

/** The commands that name a device. */
export const protectedCommands = [
	...['activate', 'addTag', 'deployApplication', 'disableLostMode', 'enableLostMode', 'lock'],
	...['reboot', 'removeCategory', 'removeTag', 'retire', 'setCategory', 'setCustomAttribute'],
	...['setModel', 'update', 'wipe'],
];
const alwaysNeeded = {
	attributeId: '3',
	body: '{ "name": "Shared" }',
	category: { __rl: true, mode: 'name', value: 'Shared' },
	confirm: true,
	deploymentMethodId: 4,
	message: 'Lost',
	model: 'iPad',
	tag: 'Lost',
	updateFields: { friendlyName: 'Reception' },
	value: 'Helsinki',
};

/** The device of each input item. */
export const byExpression = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** A site for the tests of a file, with the same devices before each, and ways to send it commands. */
export function useCommands() {
	const simulation = useSite();
	let devices: string;
	beforeAll(() => (devices = JSON.stringify(simulation.site.fleet.devices)));
	beforeEach(() => {
		simulation.site.fleet.devices = JSON.parse(devices) as SimulatedDevice[];
	});
	return {
		simulation,
		/** Runs a command for devices by their ids. */
		command: (
			operation: string,
			ids: unknown[],
			parameters: IDataObject = {},
			changes: Partial<Run> = {},
		) =>
			execute({
				parameters: { operation, deviceId: byExpression, ...alwaysNeeded, ...parameters },
				items: ids.map((id) => ({ id }) as IDataObject),
				credential: simulation.credential,
				...changes,
			}),
		/** The requests of one of the APIs. */
		sent: (api: 'v1' | 'v2') => simulation.site.requests.filter((request) => request.api === api),
		/** The first devices in use of which something holds. */
		find: (holds: (device: SimulatedDevice) => boolean, count = 1) =>
			simulation.site.fleet.devices
				.filter((device) => device.status !== 'Deleted' && holds(device))
				.slice(0, count)
				.map(({ id }) => id),
	};
}
