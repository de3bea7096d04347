import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import type { Fix } from './fix';

/** A place on the map with a name. */
export type Area = { name: string } & (Circle | Polygon);

interface Circle {
	/** Degrees, WGS 84. */
	latitude: number;
	/** Degrees, WGS 84. */
	longitude: number;
	/** Metres. */
	radius: number;
}

interface Polygon {
	geometry: PolygonGeometry;
}

/** As in GeoJSON (RFC 7946): positions are longitude and latitude in degrees. */
export type PolygonGeometry =
	| { type: 'Polygon'; coordinates: number[][][] }
	| { type: 'MultiPolygon'; coordinates: number[][][][] };

/** Whether a place is in the area; its border belongs to it. */
export function isInside(
	area: Area,
	{ latitude, longitude }: Pick<Fix, 'latitude' | 'longitude'>,
): boolean {
	const place = [longitude, latitude];
	if ('geometry' in area) return booleanPointInPolygon(place, area.geometry);
	return distance(place, [area.longitude, area.latitude], { units: 'meters' }) <= area.radius;
}
