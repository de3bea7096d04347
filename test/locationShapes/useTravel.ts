import { useSite } from '../core/site';
import type { SimulatedFix } from '../simulator';
import { hour, useClock } from '../trigger/clock';

const elsewhere = { latitude: 59.93, longitude: 30.31 };

/** A site and a clock for the tests of a file, and a device that has been elsewhere for hours. */
export function useTravel() {
	const simulation = useSite();
	const clock = useClock();
	const travel = {
		simulation,
		clock,
		/** The locations of device 1; the second one has none. */
		fixes: [] as SimulatedFix[],
		/** Reports a location of device 1, so many milliseconds ago. */
		report: (ago: number, place: { latitude: number; longitude: number }) =>
			travel.fixes.push({ timestamp: clock.ago(ago).replace('.000', ''), ...place }),
	};
	beforeEach(() => {
		const { devices } = simulation.site.fleet;
		for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
		for (const device of devices.slice(0, 2)) device.status = 'Active';
		travel.fixes = devices[0].fixes;
		travel.report(3 * hour, elsewhere);
		travel.report(2 * hour, elsewhere);
	});
	return travel;
}
