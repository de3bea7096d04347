import {
	locationShapes,
	writeLocations,
	type LocationShape,
	type SimulatedFix,
} from '../simulator';
import { linkTo } from '../tracks/links';

/** All shapes, by their names. */
export const all = Object.entries(locationShapes);

/** How the message begins for what is no list of locations. */
export const refused = /something else than a list of locations|A web page came/;

/** The locations that are sent, and what is known of each. */
export function sentOf(fixes: SimulatedFix[], shape: LocationShape) {
	const sent = writeLocations(fixes, shape);
	return sent.map((element, index) => {
		const isUsual = shape.isFirstOnly && index > 0;
		return {
			fix: fixes[fixes.length - sent.length + index],
			raw: { deviceId: 1, ...(isObject(element) ? element : { location: element }) },
			time: isUsual ? undefined : shape.time,
			place: isUsual ? undefined : shape.place,
		};
	});
}
type Sent = ReturnType<typeof sentOf>[number];

export const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

/** What Simplify makes of a location. */
export function simplifiedOf({ fix, raw, time, place }: Sent, shape: LocationShape): object {
	if (time === 'none' || place) return raw;
	const { latitude, longitude } = fix;
	const timestamp = time === 'local' ? fix.timestamp.slice(0, -1) : inUtc(fix.timestamp);
	const mapUrl = linkTo(fix);
	return { deviceId: 1, timestamp, latitude, longitude, ...shape.extra, mapUrl };
}

/** The moment in ISO 8601 in UTC, with fractions of a second or not. */
const inUtc = (timestamp: string) =>
	expect.stringMatching(new RegExp(`^${timestamp.replace('Z', '(\\.0+)?Z$')}`)) as string;
