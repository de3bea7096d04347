import { escapeMarkup } from '../values/html';
import { clockIn, describePoint, timedPoints, type Track, type TrackPoint } from './track';

/**
 * A KML 2.2 document: a folder for each device with a point for each location and the line that joins
 * them. Times are as Miradore sent them; names of points are in the time zone.
 *
 * @param timeZone IANA name
 */
export function toKml(title: string, tracks: Track[], timeZone: string): string {
	const clock = clockIn(timeZone);
	const folders = tracks.flatMap((track) => [
		'<Folder>',
		`<name>${escapeMarkup(track.name)}</name>`,
		...toLine(track),
		...track.points.flatMap((point) => toPlacemark(point, clock(point))),
		'</Folder>',
	]);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<kml xmlns="http://www.opengis.net/kml/2.2">',
		'<Document>',
		`<name>${escapeMarkup(title)}</name>`,
		'<Style id="track"><LineStyle><color>ffd06f1f</color><width>3</width></LineStyle></Style>',
		...folders,
		'</Document>',
		'</kml>',
		'',
	].join('\n');
}

function toLine(track: Track): string[] {
	const points = timedPoints(track);
	if (points.length < 2) return [];
	return [
		'<Placemark>',
		`<name>${escapeMarkup(track.name)}</name>`,
		'<styleUrl>#track</styleUrl>',
		'<LineString>',
		'<tessellate>1</tessellate>',
		`<coordinates>${points.map(toPosition).join(' ')}</coordinates>`,
		'</LineString>',
		'</Placemark>',
	];
}

function toPlacemark(point: TrackPoint, time = 'Time unknown'): string[] {
	const description = describePoint(point);
	return [
		'<Placemark>',
		`<name>${escapeMarkup(time)}</name>`,
		...(description ? [`<description>${escapeMarkup(description)}</description>`] : []),
		...(point.timestamp === undefined
			? []
			: [`<TimeStamp><when>${escapeMarkup(point.timestamp)}</when></TimeStamp>`]),
		`<Point><coordinates>${toPosition(point)}</coordinates></Point>`,
		'</Placemark>',
	];
}

function toPosition({ latitude, longitude }: TrackPoint): string {
	return `${longitude},${latitude}`;
}
