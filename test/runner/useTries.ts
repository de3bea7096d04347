import { execute, type Run } from '../core/execute';
import { useSite } from '../core/site';

/** A site for the tests of a file, whose devices aren't locked before each, and n8n's 'Retry On Fail'. */
export function useTries() {
	const simulation = useSite();
	beforeEach(() => {
		for (const device of simulation.site.fleet.devices) {
			device.status = 'Active';
			device.lockedAt = [];
		}
	});
	return {
		simulation,
		/** Runs Lock with 'Retry On Fail' for devices by their ids. */
		lockDevices: (ids: number[], settings: Run['settings'] = {}, run: Partial<Run> = {}) =>
			execute({
				parameters: {
					operation: 'lock',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				},
				items: ids.map((id) => ({ id })),
				credential: simulation.credential,
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, ...settings },
				...run,
			}),
		/** How often each of the devices was locked. */
		locks: (...ids: number[]) =>
			ids.map(
				(id) => simulation.site.fleet.devices.find((device) => device.id === id)?.lockedAt.length,
			),
		/** How often a device's Lock was sent. */
		sent: (id: number) =>
			simulation.site.requests.filter(({ path }) => path === `/Device/${id}/Lock`).length,
	};
}
