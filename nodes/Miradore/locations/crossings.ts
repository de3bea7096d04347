import { isInside, type Area } from './area';
import type { Fix } from './fix';

/** A location in the order of time. */
interface Sighting {
	fix: Fix;
	/** Whether nothing was told of it yet. */
	isNew: boolean;
}

/** A device came into an area, or left it. */
export interface Crossing {
	area: Area;
	kind: 'entered' | 'left';
	/** The last location on the other side; undefined for a device that was first seen inside. */
	before?: Fix;
	/** The first location on this side. */
	after: Fix;
}

/**
 * The crossings that new locations show. A late location between two known ones may show a visit that
 * nobody noticed; where a crossing between the two was told before, it isn't told again.
 *
 * @param sightings the locations of one device, the oldest first
 * @param countsFirst whether a device that is first seen inside an area has entered it
 */
export function findCrossings(area: Area, sightings: Sighting[], countsFirst: boolean): Crossing[] {
	const inside = sightings.map(({ fix }) => isInside(area, fix));
	const crossings: Crossing[] = [];
	// A device that was first seen inside was told, where that counts.
	let lastKnown = countsFirst ? false : undefined;
	let sinceKnown: Crossing[] = [];
	sightings.forEach(({ fix, isNew }, index) => {
		const before = index > 0 ? sightings[index - 1].fix : undefined;
		const changes = before ? inside[index] !== inside[index - 1] : inside[index] && countsFirst;
		if (changes) {
			sinceKnown.push({ area, kind: inside[index] ? 'entered' : 'left', before, after: fix });
		}
		if (isNew) return;
		// What was told between the two known locations is the last crossing, wherever it was.
		if (lastKnown !== undefined && lastKnown !== inside[index]) sinceKnown.pop();
		for (const crossing of sinceKnown) crossings.push(crossing);
		sinceKnown = [];
		lastKnown = inside[index];
	});
	return [...crossings, ...sinceKnown];
}
