/** What the page's script draws. */
export interface MapData {
	tracks: Array<{ color: string; points: MapPoint[] }>;
	/** The tiles behind the tracks; undefined for none. */
	tiles?: MapTiles;
}

/** A location on the map. */
export interface MapPoint {
	/** Degrees, WGS 84. */
	latitude: number;
	longitude: number;
	/** Metres. */
	accuracy?: number;
	/** What is told of it, line by line. */
	lines: string[];
	/** Whether the line of the track goes through it. */
	isTimed: boolean;
}

/** A server of map tiles. */
export interface MapTiles {
	/** With `{z}`, `{x}` and `{y}`. */
	address: string;
	/** Whose map it is; HTML. */
	attribution: string;
	/** Whether the server refuses pages that were opened as a file, for they don't tell where they are from. */
	refusesFiles: boolean;
}

/**
 * The page's own script: draws its {@link MapData} with Leaflet. It is text, for what compilers make of a
 * function may need their helpers. Texts of the data become text of the page, never HTML.
 */
export const drawScript = `'use strict';
const { tracks, tiles } = JSON.parse(document.getElementById('data').textContent);
const all = tracks.flatMap(({ points }) => points);
const map = L.map('map', { preferCanvas: all.length > 1000 });
map.attributionControl.setPrefix(false);
L.control.scale().addTo(map);

const isRefused = Boolean(tiles && tiles.refusesFiles && location.protocol === 'file:');
if (tiles && !isRefused) {
	const { address, attribution } = tiles;
	const referrerPolicy = 'strict-origin-when-cross-origin';
	L.tileLayer(address, { attribution, maxZoom: 19, referrerPolicy }).addTo(map);
}
const notice = document.getElementById('refused');
if (notice) notice.hidden = !isRefused;

const entries = [...document.querySelectorAll('[data-point]')];
const markers = [];

function describe({ lines }) {
	const box = document.createElement('div');
	for (const line of lines) box.appendChild(document.createElement('div')).textContent = line;
	return box;
}

function choose(index) {
	for (const [position, entry] of entries.entries()) entry.classList.toggle('chosen', position === index);
	entries[index].scrollIntoView({ block: 'nearest' });
}

function show(index) {
	map.setView(markers[index].getLatLng(), Math.max(map.getZoom(), 15));
	markers[index].openPopup();
	choose(index);
}

for (const { color, points } of tracks) {
	const timed = points.filter(({ isTimed }) => isTimed);
	const line = timed.map(({ latitude, longitude }) => [latitude, longitude]);
	L.polyline(line, { color, weight: 3, opacity: 0.7 }).addTo(map);
	for (const point of points) {
		const center = [point.latitude, point.longitude];
		const isLast = point === timed[timed.length - 1];
		if (point.accuracy > 0) {
			const quiet = { color, weight: 1, opacity: 0.4, fillOpacity: 0.08, interactive: false };
			L.circle(center, { ...quiet, radius: point.accuracy }).addTo(map);
		}
		const index = markers.length;
		const look = { color, weight: 2, radius: isLast ? 9 : 5, fillOpacity: isLast ? 1 : 0.5 };
		const marker = L.circleMarker(center, look).bindPopup(describe(point)).addTo(map);
		marker.on('click', () => choose(index));
		markers.push(marker);
	}
}

for (const [index, entry] of entries.entries()) {
	entry.querySelector('button').addEventListener('click', () => show(index));
}
map.fitBounds(L.latLngBounds(markers.map((marker) => marker.getLatLng())), {
	padding: [40, 40],
	maxZoom: 16,
});
`;
