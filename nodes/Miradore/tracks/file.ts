import type { IDataObject } from 'n8n-workflow';
import { toMapPage } from './mapPage';
import type { MapTiles } from './mapScript';
import { toFeatureCollection, type DeviceElements } from './geoJson';
import { toGpx } from './gpx';
import { toKml } from './kml';
import { clockIn, timedPoints, toTrack, type Track } from './track';

/** How locations become one item. */
export interface FileSettings {
	format: 'geoJson' | 'gpx' | 'kml' | 'mapHtml';
	/** IANA name. */
	timeZone: string;
	/** Of a map. */
	tiles?: MapTiles;
}

/** A file's text, and what it is. */
interface Format {
	extension: string;
	mimeType: string;
	write(title: string, tracks: Track[], settings: FileSettings): string;
}

const formats: Record<Exclude<FileSettings['format'], 'geoJson'>, Format> = {
	gpx: { extension: 'gpx', mimeType: 'application/gpx+xml', write: toGpx },
	kml: {
		extension: 'kml',
		mimeType: 'application/vnd.google-earth.kml+xml',
		write: (title, tracks, { timeZone }) => toKml(title, tracks, timeZone),
	},
	mapHtml: {
		extension: 'html',
		mimeType: 'text/html',
		write: (title, tracks, { tiles, timeZone }) => toMapPage(title, tracks, timeZone, tiles),
	},
};

/** The item that becomes of locations, and the text of its file where it has one. */
interface TrackItem {
	json: IDataObject;
	file?: { name: string; mimeType: string; text: string };
}

/** One item of the locations of one or several devices; undefined for a file without a place. */
export function toFileItem(
	devices: DeviceElements[],
	settings: FileSettings,
): TrackItem | undefined {
	const { format, timeZone } = settings;
	if (format === 'geoJson') return { json: toFeatureCollection(devices) };
	const tracks = devices
		.map(({ deviceId, deviceName, calledBy, elements }) =>
			toTrack(deviceId, deviceName ?? calledBy ?? `Device ${deviceId}`, elements),
		)
		.filter(({ points }) => points.length > 0);
	if (tracks.length === 0) return undefined;
	const { extension, mimeType, write } = formats[format];
	const days = daysOf(tracks, timeZone);
	const about = tracks.length === 1 ? tracks[0].name : `${tracks.length} devices`;
	const title = [about, days.join(' to ')].filter(Boolean).join(', ');
	const name = [about, ...days].map(toFileName).join('_');
	return {
		json: summarize(tracks),
		file: { name: `${name}.${extension}`, mimeType, text: write(title, tracks, settings) },
	};
}

/** The first and the last day; none where no time can be read. */
function daysOf(tracks: Track[], timeZone: string): string[] {
	const clock = clockIn(timeZone);
	const days = tracks
		.flatMap((track) => timedPoints(track).map((point) => clock(point) ?? ''))
		.map((time) => time.slice(0, 10))
		.sort();
	return days.length > 0 ? [days[0], days[days.length - 1]] : [];
}

const longestName = 80;

/** Letters and digits of any language, and dashes between them: what every system takes in a file's name. */
function toFileName(text: string): string {
	const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}.]+/gu) ?? [];
	const name = words.join('-').replace(/^\.+/, '');
	return Array.from(name).slice(0, longestName).join('') || 'device';
}

function summarize(tracks: Track[]): IDataObject {
	const [{ deviceId, name }, ...others] = tracks;
	const locations = tracks.reduce((count, { points }) => count + points.length, 0);
	if (others.length === 0) return { deviceId, deviceName: name, locations };
	return { deviceIds: tracks.map((track) => track.deviceId), locations };
}
