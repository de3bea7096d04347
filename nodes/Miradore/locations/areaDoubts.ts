import { distance } from '@turf/distance';
import { isInside, type Area, type PolygonGeometry } from './area';
import type { Place } from './coordinates';

/** Kilometres from which on an area is too far from all devices to be meant. */
const farKm = 500;

/** What makes an area look like a mistake. */
interface AreaDoubt {
	text: string;
	/** Whether there would be devices near it if latitude and longitude were exchanged. */
	isSwapped: boolean;
}

/**
 * Whether an area is far from all places where devices are known to have been; undefined where it isn't,
 * and where no place is known.
 */
export function doubtArea(area: Area, places: Place[]): AreaDoubt | undefined {
	const away = kilometresTo(area, places);
	if (away < farKm || away === Infinity) return undefined;
	const other = swap(area);
	const isSwapped = other !== undefined && kilometresTo(other, places) < farKm;
	const rounded = Math.round(away / 100) * 100;
	const question = isSwapped ? 'are latitude and longitude swapped?' : 'is it where you want it?';
	const text = `The nearest device is ${rounded.toLocaleString('en')} km from ${area.name}: ${question}`;
	return { text, isSwapped };
}

/** How far the nearest place is, to the corners where the area is a polygon; Infinity without places. */
function kilometresTo(area: Area, places: Place[]): number {
	return places.reduce((nearest, place) => {
		if (isInside(area, place)) return 0;
		const from = [place.longitude, place.latitude];
		const ways = positionsOf(area).map((to) => distance(from, to, { units: 'kilometers' }));
		return Math.min(nearest, ...ways);
	}, Infinity);
}

function positionsOf(area: Area): number[][] {
	if (!('geometry' in area)) return [[area.longitude, area.latitude]];
	const { coordinates, type } = area.geometry;
	return type === 'Polygon' ? coordinates.flat() : coordinates.flat(2);
}

/** Undefined where that would be nowhere on the map. */
function swap(area: Area): Area | undefined {
	if (positionsOf(area).some(([longitude]) => Math.abs(longitude) > 90)) return undefined;
	if (!('geometry' in area)) {
		return { ...area, latitude: area.longitude, longitude: area.latitude };
	}
	const { geometry } = area;
	const turn = (rings: number[][][]) => rings.map((ring) => ring.map(([x, y]) => [y, x]));
	const turned: PolygonGeometry =
		geometry.type === 'Polygon'
			? { type: 'Polygon', coordinates: turn(geometry.coordinates) }
			: { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turn) };
	return { ...area, geometry: turned };
}
