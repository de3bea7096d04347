import type { IDataObject } from 'n8n-workflow';
import { asObject, readFix } from './fix';

/**
 * One GeoJSON FeatureCollection (RFC 7946) for a device: a Point for each fix, longitude first, and
 * a feature without a place for an element whose fields aren't known.
 *
 * @param simplify whether the properties are the known fields or all that Miradore sent
 */
export function toFeatureCollection(
	deviceId: number,
	elements: unknown[],
	simplify: boolean,
): IDataObject {
	const features = elements.map((element) => {
		const fix = readFix(element);
		const { latitude, longitude, ...rest } = fix ?? {};
		return {
			type: 'Feature',
			geometry: fix ? { type: 'Point', coordinates: [longitude, latitude] } : null,
			properties: { deviceId, ...(fix && simplify ? rest : asObject(element)) },
		};
	});
	return { type: 'FeatureCollection', deviceId, features };
}
