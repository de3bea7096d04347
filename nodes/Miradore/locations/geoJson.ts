import type { IDataObject } from 'n8n-workflow';
import { asObject, readFix, readPlaceOf, type Fix } from './fix';

/**
 * One GeoJSON FeatureCollection (RFC 7946) for a device: a Point for each place, longitude first, also
 * where its time can't be read, and a feature without a place for any other element.
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
		const { latitude, longitude, ...rest }: Partial<Fix> = fix ?? readPlaceOf(element) ?? {};
		const coordinates = [longitude, latitude];
		return {
			type: 'Feature',
			geometry: latitude === undefined ? null : { type: 'Point', coordinates },
			properties: { deviceId, ...(fix && simplify ? rest : asObject(element)) },
		};
	});
	return { type: 'FeatureCollection', deviceId, features };
}
