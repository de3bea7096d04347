import { UserError, type IDataObject } from 'n8n-workflow';
import type { PolygonGeometry } from '../locations/area';
import { parseJson } from '../values/json';

/**
 * Reads a GeoJSON Polygon or MultiPolygon (RFC 7946), alone or in a Feature or a FeatureCollection
 * of one feature.
 *
 * @param label what the value is called on the screen
 * @throws UserError that tells what is wrong with it
 */
export function readGeometry(label: string, value: unknown): PolygonGeometry {
	const geometry = unwrap(typeof value === 'string' ? parseJson(value) : value);
	const polygons =
		geometry?.type === 'Polygon'
			? [geometry.coordinates]
			: geometry?.type === 'MultiPolygon'
				? geometry.coordinates
				: undefined;
	if (!isListOf(polygons, isPolygon)) {
		throw new UserError(`${label} is not a GeoJSON Polygon or MultiPolygon`, {
			description:
				'Each ring is a list of at least four positions, the last like the first; a position is longitude and latitude in degrees',
		});
	}
	return geometry as unknown as PolygonGeometry;
}

function unwrap(value: unknown): IDataObject | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { features, geometry, type } = value as IDataObject;
	if (type === 'Feature') return unwrap(geometry);
	if (type !== 'FeatureCollection') return value as IDataObject;
	return Array.isArray(features) && features.length === 1 ? unwrap(features[0]) : undefined;
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
