import { escapeMarkup } from '../values/html';
import { describePoint, timedPoints, type Track, type TrackPoint } from './track';

/**
 * A GPX 1.1 document: a track for each device, and waypoints for locations whose time can't be read, for
 * their place in the track isn't known.
 */
export function toGpx(title: string, tracks: Track[]): string {
	const waypoints = tracks.flatMap(({ name, points }) =>
		points
			.filter(({ timestamp }) => timestamp === undefined)
			.map((point) => toGpxPoint('wpt', point, name)),
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="n8n-nodes-miradore">',
		`<metadata><name>${escapeMarkup(title)}</name></metadata>`,
		...waypoints,
		...tracks.flatMap(toGpxTrack),
		'</gpx>',
		'',
	].join('\n');
}

function toGpxTrack(track: Track): string[] {
	const points = timedPoints(track);
	if (points.length === 0) return [];
	return [
		'<trk>',
		`<name>${escapeMarkup(track.name)}</name>`,
		'<trkseg>',
		...points.map((point) => toGpxPoint('trkpt', point)),
		'</trkseg>',
		'</trk>',
	];
}

function toGpxPoint(tag: 'trkpt' | 'wpt', point: TrackPoint, name?: string): string {
	const { isDay, latitude, longitude, timestamp } = point;
	// GPX has no form for a day alone.
	const time = timestamp !== undefined && !isDay ? [`<time>${escapeMarkup(timestamp)}</time>`] : [];
	const known = [isDay && timestamp, describePoint(point)].filter(Boolean).join('; ');
	return [
		`<${tag} lat="${latitude}" lon="${longitude}">`,
		...time,
		...(name === undefined ? [] : [`<name>${escapeMarkup(name)}</name>`]),
		...(known ? [`<desc>${escapeMarkup(known)}</desc>`] : []),
		`</${tag}>`,
	].join('');
}
