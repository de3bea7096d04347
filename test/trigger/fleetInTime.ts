import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

/** A site and a clock for the tests of a file, and devices in use that have just reported. */
export function useFleetInTime() {
	const simulation = useSite();
	const clock = useClock();
	const inTime = {
		simulation,
		clock,
		/** The devices of the site, made anew before each test. */
		fleet: [] as SimulatedDevice[],
		/** Lets time go by for n8n and for the site. */
		pass: (milliseconds: number) => {
			clock.pass(milliseconds);
			simulation.site.fleet.now = new Date(clock.now);
		},
	};
	let made: string;
	beforeAll(() => (made = JSON.stringify(simulation.site.fleet.devices)));
	beforeEach(() => {
		inTime.fleet = JSON.parse(made) as SimulatedDevice[];
		for (const device of inTime.fleet) {
			Object.assign(device, { status: 'Active', lastReported: clock.ago() });
		}
		simulation.site.fleet.devices = inTime.fleet;
		simulation.site.fleet.now = new Date(clock.now);
	});
	return inTime;
}
