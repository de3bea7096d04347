import { createHash } from 'node:crypto';
import { mapUrl } from '../locations/mapUrl';
import { clockIn, describePoint, type Track, type TrackPoint } from './track';
import { escapeMarkup } from '../values/html';
import leaflet from './leaflet.json';
import { drawScript, type MapData, type MapPoint, type MapTiles } from './mapScript';
import { style } from './mapStyle';

/** Told apart in light and dark, also by people who see few colours. */
const colors = [
	'#1f6fd0',
	'#d9580d',
	'#0b8a6a',
	'#b3268f',
	'#8a6d00',
	'#6b4fd8',
	'#c0392b',
	'#2f8fa8',
];

/**
 * A page of HTML with a map of tracks, Leaflet included, and a list of their locations beside it. It loads
 * nothing from elsewhere but the tiles.
 *
 * @param tracks with at least one point
 * @param timeZone of the times that are shown, an IANA name
 */
export function toMapPage(
	title: string,
	tracks: Track[],
	timeZone: string,
	tiles: MapTiles | undefined,
): string {
	const clock = clockIn(timeZone);
	const colorOf = (index: number) => colors[index % colors.length];
	const data: MapData = {
		tracks: tracks.map(({ name, points }, index) => ({
			color: colorOf(index),
			points: points.map((point) => toMapPoint(name, point, clock(point))),
		})),
		...(tiles && { tiles }),
	};
	const hashes = [leaflet.script, drawScript].map((script) => `'sha256-${hash(script)}'`);
	// Leaflet puts an empty pixel in place of tiles that it takes away.
	const images = tiles ? `${new URL(tiles.address).origin} data:` : "'none'";
	const policy = `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src ${images}; base-uri 'none'; form-action 'none'`;
	const page = [
		'<!doctype html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">`,
		'<meta name="referrer" content="strict-origin-when-cross-origin">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeMarkup(title)}</title>`,
		`<style>${leaflet.style}${style}</style>`,
		'</head>',
		'<body>',
		'<div id="map" role="region" aria-label="Map"></div>',
		'<aside>',
		`<h1>${escapeMarkup(title)}</h1>`,
		`<p>Times in ${escapeMarkup(timeZone)}; those whose time zone is not known are as Miradore sent them.</p>`,
		...(tiles?.refusesFiles ? [refused] : []),
		...tracks.flatMap((track, index) => toList(track, colorOf(index), clock)),
		'</aside>',
		`<script type="application/json" id="data">${toSafeJson(data)}</script>`,
		`<script>${leaflet.script}</script>`,
		`<script>${drawScript}</script>`,
		'</body>',
		'</html>',
		'',
	].join('\n');
	// So the page doesn't depend on how a mail program or a form takes the file's characters.
	return page.replace(notAscii, (character) => `&#${character.codePointAt(0)};`);
}

const notAscii = /[\u{80}-\u{10FFFF}]/gu;

/** JSON that can't end the element that it is in, in ASCII. */
function toSafeJson(data: MapData): string {
	const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
	return JSON.stringify(data).replace(/[<\u0080-\uFFFF]/g, escape);
}

const refused =
	'<p id="refused" hidden>The map behind the track is missing: this page was opened as a file, and OpenStreetMap serves its map to web pages alone. Each <i>map</i> below opens the place on openstreetmap.org. The option Tile Server of the node names another server.</p>';

function hash(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}

function toMapPoint(name: string, point: TrackPoint, time = 'Time unknown'): MapPoint {
	const { accuracy, latitude, longitude, timestamp } = point;
	return {
		latitude,
		longitude,
		...(accuracy !== undefined && { accuracy }),
		lines: [name, time, describePoint(point)].filter(Boolean),
		isTimed: timestamp !== undefined,
	};
}

function toList(
	{ name, points }: Track,
	color: string,
	clock: (point: TrackPoint) => string | undefined,
): string[] {
	const entries = points.map((point) => {
		const known = describePoint(point);
		return [
			`<li data-point><button type="button">${escapeMarkup(clock(point) ?? 'Time unknown')}</button>`,
			` <a href="${escapeMarkup(mapUrl(point))}" target="_blank" rel="noopener noreferrer">map</a>`,
			...(known ? [`<small>${escapeMarkup(known)}</small>`] : []),
			'</li>',
		].join('');
	});
	return [
		`<h2><span class="mark" style="background: ${color}"></span>${escapeMarkup(name)}</h2>`,
		'<ol>',
		...entries,
		'</ol>',
	];
}
