import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { ReportStyle, SimulatedDevice } from '../simulator';
import { day, hour, minute, useClock } from './clock';

/** How many devices there are. */
export const count = 40;

/** A site and a clock for the tests of a file, and a workflow on the locations of forty devices. */
export function useFortyPhones() {
	const simulation = useSite();
	const clock = useClock();
	let pattern: SimulatedDevice;
	beforeAll(() => ([pattern] = simulation.site.fleet.devices));
	const forty = {
		simulation,
		clock,
		fleet: [] as SimulatedDevice[],
		published: {} as PublishedTrigger,
		/** Publishes with these devices, of which each fifth has a location from before. */
		publish: async (style: ReportStyle = {}, options: IDataObject = {}, parameters = {}) => {
			const { site } = simulation;
			site.v1 = { wrapsLists: true, usesNamespace: false, countOn: 'Items', ...style };
			forty.fleet = Array.from({ length: count }, (_, index) => ({
				...pattern,
				id: index + 1,
				status: 'Active',
				lastReported: clock.ago(day),
				fixes: [],
			}));
			site.fleet.devices = forty.fleet;
			for (const device of forty.fleet) if (device.id % 5 === 0) forty.report(device, 50, hour);
			site.clearRequests();
			forty.published = new PublishedTrigger({
				parameters: {
					event: 'locationReported',
					options: { maxRetries: 0, ...options },
					...parameters,
				},
				credential: credentialOf(site),
			});
			await forty.published.activate();
		},
		/** Reports a location of a device, so many milliseconds ago. */
		report: (device: SimulatedDevice, latitude: number, ago = 0) =>
			device.fixes.push({ timestamp: clock.ago(ago), latitude, longitude: 24 }),
		/** The ids of the devices that were asked. */
		asked: () =>
			simulation.site.requests.flatMap(({ path }) => {
				const [, id] = /^\/Device\/(\d+)\/Location$/.exec(path) ?? [];
				return id ? [Number(id)] : [];
			}),
		/** Polls some minutes later; gives the devices that were asked. */
		pollAfter: async (minutes = 1): Promise<number[]> => {
			clock.pass(minutes * minute);
			simulation.site.clearRequests();
			await forty.published.poll();
			return forty.asked();
		},
		/** The latitudes of the locations that were told. */
		told: () => forty.published.delivered.map(({ latitude }) => latitude),
	};
	return forty;
}
