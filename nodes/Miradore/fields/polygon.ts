import { UserError, type IDataObject } from 'n8n-workflow';
import type { PolygonGeometry } from '../locations/area';
import { isObject, parseJson } from '../values/json';
import { polygonsOfKml } from './kml';

/** A list of rings, the outline first; positions are longitude and latitude in degrees. */
type Rings = number[][][];

/**
 * Reads polygons in GeoJSON (RFC 7946) or KML, as drawing tools save them. Several are one area of several
 * parts.
 *
 * @param label what the value is called on the screen
 * @throws UserError that tells what is wrong with it
 */
export function readGeometry(label: string, value: unknown): PolygonGeometry {
	const isKml = typeof value === 'string' && value.trimStart().startsWith('<');
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	const others: string[] = [];
	const polygons: unknown = isKml ? polygonsOfKml(value, others) : polygonsIn(parsed, others);
	if (others.length > 0) {
		throw new UserError(`${label} has more than polygons: ${[...new Set(others)].join(', ')}`, {
			description: 'Delete what is no polygon in the drawing, and copy it again',
		});
	}
	if (!isListOf(polygons, isPolygon)) {
		throw new UserError(`${label} is not a polygon in GeoJSON or KML`, {
			description:
				'Draw it at geojson.io and copy what stands beside the map. Each ring is a list of at least four positions, the last like the first; a position is longitude and latitude in degrees.',
		});
	}
	const coordinates = polygons as Rings[];
	return coordinates.length === 1
		? { type: 'Polygon', coordinates: coordinates[0] }
		: { type: 'MultiPolygon', coordinates };
}

/**
 * What a GeoJSON object has as polygons, not yet checked.
 *
 * @param others gets the names of other geometries
 */
function polygonsIn(value: unknown, others: string[]): unknown[] {
	if (!isObject(value)) return [];
	const { coordinates, features, geometries, geometry, type } = value;
	if (type === 'Polygon') return [coordinates];
	if (type === 'MultiPolygon') return Array.isArray(coordinates) ? coordinates : [coordinates];
	if (type === 'Feature') return polygonsIn(geometry, others);
	const parts = type === 'FeatureCollection' ? features : geometries;
	if (Array.isArray(parts)) {
		return (parts as IDataObject[]).flatMap((part) => polygonsIn(part, others));
	}
	if (/^(Multi)?(Point|LineString)$/.test(String(type))) others.push(String(type));
	return [];
}

function isListOf(value: unknown, isOne: (element: unknown) => boolean): value is unknown[] {
	return Array.isArray(value) && value.length > 0 && value.every(isOne);
}

function isPolygon(value: unknown): boolean {
	return isListOf(value, isRing);
}

function isRing(value: unknown): boolean {
	if (!isListOf(value, isPosition) || value.length < 4) return false;
	return JSON.stringify(value[0]) === JSON.stringify(value[value.length - 1]);
}

function isPosition(value: unknown): boolean {
	if (!Array.isArray(value)) return false;
	const [longitude, latitude] = value as unknown[];
	return isWithin(longitude, 180) && isWithin(latitude, 90);
}

function isWithin(value: unknown, most: number): boolean {
	return typeof value === 'number' && Math.abs(value) <= most;
}
