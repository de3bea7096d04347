import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

/** A site and a clock for the tests of a file, and five devices in use of which no location is known. */
export function useFivePhones() {
	const simulation = useSite();
	const clock = useClock();
	let phones: SimulatedDevice[];
	beforeEach(() => {
		const { devices } = simulation.site.fleet;
		for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
		phones = devices.slice(0, 5);
		for (const phone of phones) phone.status = 'Active';
	});
	return {
		simulation,
		clock,
		/** Each of them reports a location. */
		reportAll: (latitude: number) => {
			for (const { fixes } of phones) {
				fixes.push({ timestamp: clock.ago(), latitude, longitude: 24.5 });
			}
		},
		/** A workflow on their locations that repeats no request where not told otherwise. */
		trigger: (options: IDataObject = {}, credential: IDataObject = {}, budget?: number) =>
			new PublishedTrigger({
				parameters: { event: 'locationReported', options: { maxRetries: 0, ...options } },
				credential: credentialOf(simulation.site, credential),
				budget,
			}),
	};
}
