import type { Faker } from '@faker-js/faker';

/**
 * One location report, in the shape of the synthetic Location fixture; no real element was ever
 * observed.
 */
export interface SimulatedFix {
	/** ISO 8601 in UTC, whole seconds: `2026-11-19T08:30:00Z`. */
	timestamp: string;
	/** Decimal degrees. */
	latitude: number | string;
	/** Decimal degrees. */
	longitude: number | string;
	/** Metres (assumed). */
	accuracy?: number;
}

const helsinki: [latitude: number, longitude: number] = [60.1699, 24.9384];
const kilometresFromCentre = 5;
const kilometresPerStep = 1.5;
const trackDays = 14;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * A walk around Helsinki during the 14 days before `now`, in no particular order, since the service
 * promises none.
 *
 * @param asText - write coordinates as text, as the fixture has them, instead of numbers
 */
export function createTrack(faker: Faker, now: Date, asText: boolean): SimulatedFix[] {
	const instants = faker.date.betweens({
		from: new Date(now.getTime() - trackDays * millisecondsPerDay),
		to: now,
		count: { min: 8, max: 30 },
	});
	const step = (origin: [number, number], radius: number) =>
		faker.location.nearbyGPSCoordinate({ origin, radius, isMetric: true });

	let position = step(helsinki, kilometresFromCentre);
	const track = instants.map((instant) => {
		position = step(position, kilometresPerStep);
		const [latitude, longitude] = position;
		const fix: SimulatedFix = {
			timestamp: instant.toISOString().replace(/\.\d+Z$/, 'Z'),
			latitude: asText ? latitude.toFixed(4) : latitude,
			longitude: asText ? longitude.toFixed(4) : longitude,
		};
		if (faker.datatype.boolean(0.8)) fix.accuracy = faker.number.int({ min: 4, max: 150 });
		return fix;
	});
	return faker.helpers.shuffle(track);
}
