import type { IDataObject } from 'n8n-workflow';
import { asObject, readFix, readPlaceOf, type Fix } from '../locations/fix';
import { timedPoints, toTrack } from './track';

/** The locations of a device, as Miradore sent them. */
export interface DeviceElements {
	deviceId: number;
	/** What people call the device; undefined where only its number is known. */
	deviceName?: string;
	/** What files call it where it has no name, such as its serial number. */
	calledBy?: string;
	elements: unknown[];
	/** Whether the properties are the known fields or all that Miradore sent. */
	simplify: boolean;
}

/**
 * One GeoJSON FeatureCollection (RFC 7946): a Point for each place, longitude first, also where its time
 * can't be read, a feature without a place for any other element, and for each device a LineString that
 * joins its places in the order of time.
 */
export function toFeatureCollection(devices: DeviceElements[]): IDataObject {
	const features = devices.flatMap((device) => [...toPoints(device), ...toLine(device)]);
	const [{ deviceId }] = devices;
	return { type: 'FeatureCollection', ...(devices.length === 1 && { deviceId }), features };
}

function toPoints({ deviceId, deviceName, elements, simplify }: DeviceElements): IDataObject[] {
	const device = { deviceId, ...(deviceName !== undefined && { deviceName }) };
	return elements.map((element) => {
		const fix = readFix(element);
		const { latitude, longitude, ...rest }: Partial<Fix> = fix ?? readPlaceOf(element) ?? {};
		const coordinates = [longitude, latitude];
		return {
			type: 'Feature',
			geometry: latitude === undefined ? null : { type: 'Point', coordinates },
			properties: { ...device, ...(fix && simplify ? rest : asObject(element)) },
		};
	});
}

function toLine({ deviceId, deviceName, elements }: DeviceElements): IDataObject[] {
	const points = timedPoints(toTrack(deviceId, '', elements));
	if (points.length < 2) return [];
	const coordinates = points.map(({ latitude, longitude }) => [longitude, latitude]);
	const [from, to] = [points[0].timestamp, points[points.length - 1].timestamp];
	const properties = { deviceId, ...(deviceName !== undefined && { deviceName }), from, to };
	return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }];
}
