import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

/** Helsinki's station with 500 metres around. */
export const station = { name: 'Station', center: '60.1719, 24.9414', radius: 500 };

/** About 2 by 1 kilometres east of it. */
const square = {
	name: 'Square',
	geoJson: JSON.stringify({
		type: 'Polygon',
		coordinates: [
			[
				[24.96, 60.165],
				[24.98, 60.165],
				[24.98, 60.184],
				[24.96, 60.184],
				[24.96, 60.165],
			],
		],
	}),
};

export const atStation = { latitude: 60.172, longitude: 24.942 };
export const inSquare = { latitude: 60.17, longitude: 24.97 };
export const elsewhere = { latitude: 60.2, longitude: 25.2 };

/** A site and a clock for the tests of a file, and devices in use of which no location is known. */
export function useAreas() {
	const simulation = useSite();
	const clock = useClock();
	const moving = {
		simulation,
		clock,
		/** The device that reports; the first one before each test. */
		phone: {} as SimulatedDevice,
		/** Reports a place, so many milliseconds ago. */
		report: (place: { latitude: number; longitude: number }, ago = 0, accuracy?: number) =>
			moving.phone.fixes.push({
				timestamp: clock.ago(ago),
				...place,
				...(accuracy && { accuracy }),
			}),
		/** A workflow on an event, with both areas where no others are given. */
		watch: (
			event: string,
			options: IDataObject = {},
			areas: IDataObject = { circle: [station], polygon: [square] },
		) =>
			new PublishedTrigger({
				parameters: { event, areas, options },
				credential: credentialOf(simulation.site),
			}),
	};
	beforeEach(() => {
		const { devices } = simulation.site.fleet;
		for (const device of devices) Object.assign(device, { fixes: [], status: 'Active' });
		[moving.phone] = devices;
	});
	return moving;
}

/** The areas and times that were told. */
export const told = ({ delivered }: PublishedTrigger) =>
	delivered.map(({ area, timestamp }) => [area, timestamp]);
